package com.example.pets.app;

import com.example.pets.infra.Api;
import com.example.pets.infra.ApiProps;
import com.example.pets.infra.CreatePetFunction;
import com.example.pets.infra.FunctionProps;
import com.example.pets.infra.MockIntegrations;
import com.example.pets.infra.OperationConfig;
import com.example.pets.infra.Operations;
import com.example.pets.infra.SayHelloFunction;
import io.github.typesafeapiproject.constructs.Authorizers;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.S3IntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.Bucket;

/** An app as users write it; its argument is the folder for the assembly. Prints what is refused, and why. */
public final class PetsApp {
  private PetsApp() {}

  public static void main(String[] args) {
    App app = new App(AppProps.builder().outdir(args[0]).build());
    Stack stack = new Stack(app, "Stack");
    Bucket bucket = new Bucket(stack, "Bucket");
    new Api(stack, "Api", ApiProps.builder()
        .defaultAuthorizer(Authorizers.iam())
        .corsOptions(CorsOptions.builder().allowOrigins(List.of("https://example.com")).build())
        .binaryMediaTypes(List.of("image/png"))
        .description("As users write it")
        .integrations(OperationConfig.<TypeSafeApiIntegration>builder()
            .sayHello(integration(Integrations.lambda(new SayHelloFunction(stack, "SayHello"))))
            .listPets(integration(MockIntegrations.listPets200(List.of(pet("Ålice", 1.0)), Map.of("x-total", "1"))))
            .createPet(integration(Integrations.lambda(new CreatePetFunction(stack, "CreatePet", FunctionProps.builder()
                .timeout(Duration.seconds(3))
                .memorySize(256)
                .code(Code.fromInline("exports.handler = async () => ({ statusCode: 201 });"))
                .build()))))
            .getPet(TypeSafeApiIntegration.builder()
                .integration(Integrations.s3(S3IntegrationProps.builder().bucket(bucket).build()))
                .authorizer(Authorizers.none())
                .build())
            .deletePet(integration(MockIntegrations.deletePet204()))
            .getMotd(integration(MockIntegrations.getMotd200("costs $5 \u2028")))
            .build())
        .build());
    Api.Builder.create(stack, "Mocks")
        .integrations(MockIntegrations.mockAll(all -> all
            .createPet(integration(MockIntegrations.createPet4XX(418)))
            .listPets(integration(MockIntegrations.listPetsDefault(500, Map.of("message", "no"))))))
        .build();
    SayHelloFunction.Builder.create(stack, "Again").timeout(Duration.seconds(5)).build();
    app.synth();
    refused(() -> OperationConfig.<String>builder().listPets("a").createPet("b").getPet(null).deletePet("d").getMotd("e").build());
    refused(() -> OperationConfig.<String>builder().sayHello("a").listPets("a").getPet("c").deletePet("d").getMotd("e").build());
    refused(() -> ApiProps.builder().deploy(false).build());
    refused(() -> Api.Builder.create(stack, "Refused").build());
    refused(() -> MockIntegrations.sayHello200(new Object()));
    refused(() -> MockIntegrations.getMotd200(null));
    refused(() -> MockIntegrations.createPet4XX(500));
    OperationConfig<String> all = Operations.all("same");
    System.out.println(all.getSayHello() + " " + all.toMap().keySet());
  }

  private static TypeSafeApiIntegration integration(Integration integration) {
    return TypeSafeApiIntegration.builder().integration(integration).build();
  }

  private static Map<String, Object> pet(String name, double age) {
    Map<String, Object> pet = new LinkedHashMap<>();
    pet.put("name", name);
    pet.put("age", age);
    return pet;
  }

  private static void refused(Supplier<?> action) {
    try {
      System.out.println("accepted: " + action.get());
    } catch (RuntimeException error) {
      System.out.println(error.getClass().getSimpleName() + ": " + error.getMessage());
    }
  }
}
