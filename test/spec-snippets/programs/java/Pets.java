import com.example.pets.infra.Api;
import com.example.pets.infra.ApiProps;
import com.example.pets.infra.CreatePetFunction;
import com.example.pets.infra.MockIntegrations;
import com.example.pets.infra.OperationConfig;
import io.github.typesafeapiproject.constructs.ApiGatewayIntegration;
import io.github.typesafeapiproject.constructs.ApiGatewayIntegrationResponse;
import io.github.typesafeapiproject.constructs.Authorizer;
import io.github.typesafeapiproject.constructs.Authorizers;
import io.github.typesafeapiproject.constructs.CognitoAuthorizerProps;
import io.github.typesafeapiproject.constructs.CustomAuthorizerProps;
import io.github.typesafeapiproject.constructs.CustomIntegrationResponseSetProps;
import io.github.typesafeapiproject.constructs.ErrorIntegrationResponses;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.IntegrationGrantProps;
import io.github.typesafeapiproject.constructs.IntegrationRenderProps;
import io.github.typesafeapiproject.constructs.IntegrationResponseSet;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.MockIntegrationProps;
import io.github.typesafeapiproject.constructs.S3IntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import io.github.typesafeapiproject.constructs.TypeSafeApiOperationOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

final class Pets {
  private Pets() {}

  static Map<String, java.util.function.Function<App, Stack>> cases() {
    Map<String, java.util.function.Function<App, Stack>> cases = new LinkedHashMap<>();
    cases.put("Lambda", Lambda::new);
    cases.put("S3Default", S3Default::new);
    cases.put("S3Customised", S3Customised::new);
    cases.put("ErrorsCatchAll", ErrorsCatchAll::new);
    cases.put("ErrorsNone", ErrorsNone::new);
    cases.put("ErrorsCustom", ErrorsCustom::new);
    cases.put("MocksOfTheModel", MocksOfTheModel::new);
    cases.put("MocksOfOthers", MocksOfOthers::new);
    cases.put("CustomIntegration", CustomIntegration::new);
    cases.put("SameApp", SameApp::new);
    return cases;
  }

  private static Code code() {
    return Code.fromInline("exports.handler = async () => ({ statusCode: 200 })");
  }

  private static Function functionOf(Stack scope, String id) {
    return Function.Builder.create(scope, id)
        .runtime(Runtime.NODEJS_22_X)
        .handler("index.handler")
        .code(code())
        .build();
  }

  private static TypeSafeApiIntegration by(Integration integration) {
    return TypeSafeApiIntegration.builder().integration(integration).build();
  }

  private static void apiWithGetPet(Stack stack, Integration integration) {
    new Api(stack, "Api", ApiProps.builder()
        .integrations(MockIntegrations.mockAll(all -> all.getPet(by(integration))))
        .build());
  }

  private static void apiWithErrors(Stack stack, IntegrationResponseSet errors) {
    apiWithGetPet(stack, Integrations.s3(S3IntegrationProps.builder()
        .bucket(new Bucket(stack, "Bucket"))
        .errorIntegrationResponse(errors)
        .build()));
  }

  static final class Lambda extends Stack {
    Lambda(App scope) {
      super(scope, "Lambda");
      var yourLambdaFunction = functionOf(this, "Function");
      var integration = snippet("lambda");
      apiWithGetPet(this, integration);
    }
  }

  static final class S3Default extends Stack {
    S3Default(App scope) {
      super(scope, "S3Default");
      var yourS3Bucket = new Bucket(this, "Bucket");
      var integration = snippet("s3-default");
      apiWithGetPet(this, integration);
    }
  }

  static final class S3Customised extends Stack {
    S3Customised(App scope) {
      super(scope, "S3Customised");
      var yourS3Bucket = new Bucket(this, "Bucket");
      var integration = snippet("s3-customised");
      new Api(this, "Api", ApiProps.builder()
          .integrations(MockIntegrations.mockAll(all -> all.deletePet(by(integration))))
          .build());
    }
  }

  static final class ErrorsCatchAll extends Stack {
    ErrorsCatchAll(App scope) {
      super(scope, "ErrorsCatchAll");
      var errors = snippet("errors-catch-all");
      apiWithErrors(this, errors);
    }
  }

  static final class ErrorsNone extends Stack {
    ErrorsNone(App scope) {
      super(scope, "ErrorsNone");
      var errors = snippet("errors-none");
      apiWithErrors(this, errors);
    }
  }

  static final class ErrorsCustom extends Stack {
    ErrorsCustom(App scope) {
      super(scope, "ErrorsCustom");
      var responses = CustomIntegrationResponseSetProps.builder()
          .responses(Map.of(
              "404", ApiGatewayIntegrationResponse.builder()
                  .statusCode("404")
                  .responseTemplates(Map.of("application/json", "{\"message\": \"No such pet\"}"))
                  .build(),
              "5\\d{2}", ApiGatewayIntegrationResponse.builder()
                  .statusCode("503")
                  .responseParameters(Map.of("method.response.header.Content-Type", "'text/plain'"))
                  .build()))
          .build();
      var errors = snippet("errors-custom", responses);
      apiWithErrors(this, errors);
    }
  }

  static final class MocksOfTheModel extends Stack {
    MocksOfTheModel(App scope) {
      super(scope, "MocksOfTheModel");
      new Api(this, "Successes", ApiProps.builder().integrations(MockIntegrations.mockAll()).build());
      new Api(this, "Failures", ApiProps.builder()
          .integrations(OperationConfig.<TypeSafeApiIntegration>builder()
              .listPets(by(MockIntegrations.listPetsDefault(500)))
              .createPet(by(MockIntegrations.createPet4XX(409)))
              .getPet(by(MockIntegrations.getPet404()))
              .deletePet(by(MockIntegrations.deletePet204()))
              .build())
          .build());
      new Api(this, "Bodies", ApiProps.builder()
          .integrations(OperationConfig.<TypeSafeApiIntegration>builder()
              .listPets(by(MockIntegrations.listPets200(List.of(Map.of("kind", "cat", "name", "Tom")))))
              .createPet(by(MockIntegrations.createPet201(Map.of("name", "Tom"))))
              .getPet(by(MockIntegrations.getPet503(Map.of("message", "Out for a walk"))))
              .deletePet(by(MockIntegrations.deletePet204()))
              .build())
          .build());
    }
  }

  static final class MocksOfOthers extends Stack {
    MocksOfOthers(App scope) {
      super(scope, "MocksOfOthers");
      apiWithGetPet(this, Integrations.mock(MockIntegrationProps.builder()
          .statusCode(418)
          .body("short and stout")
          .mediaType("text/plain")
          .build()));
    }
  }

  static final class LinkIntegration extends Integration {
    private final Function yourLambdaFunction;

    LinkIntegration(Function yourLambdaFunction) {
      this.yourLambdaFunction = yourLambdaFunction;
    }

    @Override
    public ApiGatewayIntegration render(IntegrationRenderProps props) {
      return ApiGatewayIntegration.builder()
          .type("HTTP_PROXY")
          .connectionType("VPC_LINK")
          .connectionId("link-id")
          .httpMethod(props.getMethod().toUpperCase(Locale.ROOT))
          .uri("http://pets.internal" + props.getPath())
          .requestParameters(Map.of(
              "integration.request.header.x-operation", "'" + props.getOperationId() + "'",
              "integration.request.path.petId", "method.request.path.petId"))
          .build();
    }

    @Override
    public void grant(IntegrationGrantProps props) {
      String method = props.getMethod().toUpperCase(Locale.ROOT);
      yourLambdaFunction.addEnvironment(props.getOperationId(), props.getApi().arnForExecuteApi(method));
    }
  }

  static final class CustomIntegration extends Stack {
    CustomIntegration(App scope) {
      super(scope, "CustomIntegration");
      apiWithGetPet(this, new LinkIntegration(functionOf(this, "Function")));
    }
  }

  static final class SameApp extends Stack {
    SameApp(App scope) {
      super(scope, "SameApp");
      var users = Authorizers.cognito(CognitoAuthorizerProps.builder()
          .authorizerId("users")
          .userPools(List.of(new UserPool(this, "Users")))
          .build());
      var guard = functionOf(this, "Guard");
      var bucket = new Bucket(this, "Bucket");
      new Api(this, "Api", ApiProps.builder()
          .defaultAuthorizer(users)
          .corsOptions(CorsOptions.builder()
              .allowOrigins(List.of("https://example.com", "https://example.org"))
              .allowHeaders(List.of("x-trace"))
              .build())
          .integrations(OperationConfig.<TypeSafeApiIntegration>builder()
              .createPet(secured(
                  Integrations.lambda(CreatePetFunction.Builder.create(this, "CreatePet").code(code()).build()),
                  Authorizers.custom(CustomAuthorizerProps.builder()
                      .authorizerId("guard")
                      .function(guard)
                      .authorizerResultTtlInSeconds(60)
                      .build())))
              .listPets(secured(MockIntegrations.listPets200(), Authorizers.none()))
              .getPet(secured(objectOf(bucket), users.withScopes("pets/read")))
              .deletePet(TypeSafeApiIntegration.builder()
                  .integration(Integrations.s3(S3IntegrationProps.builder()
                      .bucket(bucket)
                      .method("delete")
                      .path("my-pets/{petId}/details.json")
                      .successResponseStatusCode(204)
                      .build()))
                  .authorizer(Authorizers.iam())
                  .options(TypeSafeApiOperationOptions.builder().apiKeyRequired(true).build())
                  .build())
              .build())
          .build());
    }

    private static TypeSafeApiIntegration secured(Integration integration, Authorizer authorizer) {
      return TypeSafeApiIntegration.builder().integration(integration).authorizer(authorizer).build();
    }

    private static Integration objectOf(Bucket bucket) {
      return Integrations.s3(S3IntegrationProps.builder()
          .bucket(bucket)
          .errorIntegrationResponse(ErrorIntegrationResponses.custom(CustomIntegrationResponseSetProps.builder()
              .responses(Map.of(
                  "5\\d{2}", ApiGatewayIntegrationResponse.builder().statusCode("503").build(),
                  "40[34]", ApiGatewayIntegrationResponse.builder().statusCode("404").build(),
                  "4[1-9]\\d", ApiGatewayIntegrationResponse.builder().statusCode("404").build()))
              .build()))
          .build());
    }
  }
}
