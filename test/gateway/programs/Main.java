import io.github.typesafeapiproject.constructs.ApiGatewayIntegrationResponse;
import io.github.typesafeapiproject.constructs.CustomIntegrationResponseSetProps;
import io.github.typesafeapiproject.constructs.ErrorIntegrationResponses;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.MockIntegrationProps;
import io.github.typesafeapiproject.constructs.S3IntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import io.github.typesafeapiproject.constructs.TypeSafeRestApi;
import io.github.typesafeapiproject.constructs.TypeSafeRestApiProps;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    String spec = arguments[0];
    String key = "my-pets/{petId}/details.json";
    App app =
        new App(
            AppProps.builder()
                .outdir(arguments[1])
                .analyticsReporting(false)
                .context(Map.of("aws:cdk:enable-path-metadata", true))
                .build());
    Stack stack = new Stack(app, "Shop");
    Bucket bucket = new Bucket(stack, "Pets");
    Function sayHello =
        Function.Builder.create(stack, "SayHello")
            .runtime(Runtime.NODEJS_22_X)
            .handler("index.handler")
            .code(Code.fromInline(arguments[2]))
            .build();
    CustomIntegrationResponseSetProps notFound =
        CustomIntegrationResponseSetProps.builder()
            .responses(Map.of("404", ApiGatewayIntegrationResponse.builder().statusCode("404").build()))
            .build();
    S3IntegrationProps pet = S3IntegrationProps.builder().bucket(bucket).path(key).build();
    S3IntegrationProps petOr404 =
        S3IntegrationProps.builder()
            .bucket(bucket)
            .path(key)
            .errorIntegrationResponse(ErrorIntegrationResponses.custom(notFound))
            .build();
    S3IntegrationProps deleted =
        S3IntegrationProps.builder()
            .bucket(bucket)
            .method("delete")
            .path(key)
            .successResponseStatusCode(204)
            .build();
    MockIntegrationProps none = MockIntegrationProps.builder().statusCode(200).body("[]").build();
    new TypeSafeRestApi(
        stack,
        "Api",
        TypeSafeRestApiProps.builder()
            .specPath(spec)
            .integrations(
                Map.of(
                    "sayHello", operation(Integrations.lambda(sayHello)),
                    "listPets", operation(Integrations.mock(none)),
                    "putPet", operation(Integrations.s3(pet)),
                    "getPet", operation(Integrations.s3(petOr404)),
                    "deletePet", operation(Integrations.s3(deleted))))
            .build());
    app.synth();
  }

  private static TypeSafeApiIntegration operation(Integration integration) {
    return TypeSafeApiIntegration.builder().integration(integration).build();
  }
}
