import com.example.hello.infra.Api;
import com.example.hello.infra.ApiProps;
import com.example.hello.infra.OperationConfig;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;

final class Hello {
  private Hello() {}

  static Map<String, java.util.function.Function<App, Stack>> cases() {
    Map<String, java.util.function.Function<App, Stack>> cases = new LinkedHashMap<>();
    cases.put("EveryOperation", EveryOperation::new);
    cases.put("MissingOperation", MissingOperation::new);
    return cases;
  }

  static final class EveryOperation extends Stack {
    EveryOperation(App scope) {
      super(scope, "EveryOperation");
      var yourLambdaFunction = Function.Builder.create(this, "Function")
          .runtime(Runtime.NODEJS_22_X)
          .handler("index.handler")
          .code(Code.fromInline("exports.handler = async () => ({ statusCode: 200 })"))
          .build();
      snippet("every-operation", yourLambdaFunction);
    }
  }

  static final class MissingOperation extends Stack {
    MissingOperation(App scope) {
      super(scope, "MissingOperation");
      new Api(this, "Api", ApiProps.builder()
          .integrations(OperationConfig.<TypeSafeApiIntegration>builder().build())
          .build());
    }
  }
}
