import io.github.typesafeapiproject.constructs.ApiGatewayIntegration;
import io.github.typesafeapiproject.constructs.Authorizers;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.IntegrationRenderProps;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.MockIntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import io.github.typesafeapiproject.constructs.TypeSafeRestApi;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** The app that is written in three languages; its arguments are the gateway document and the folder for the assembly. */
public final class SmokeApp {
    /** An integration of the app's own. */
    static final class HttpBin extends Integration {
        @Override
        public ApiGatewayIntegration render(final IntegrationRenderProps props) {
            return ApiGatewayIntegration.builder()
                .type("HTTP_PROXY")
                .httpMethod(props.getMethod().toUpperCase(Locale.ROOT))
                .uri("https://example.com" + props.getPath())
                .build();
        }
    }

    public static void main(final String[] args) {
        final App app = new App(AppProps.builder().outdir(args[1]).build());
        final Stack stack = new Stack(app, "Stack");
        TypeSafeRestApi.Builder.create(stack, "Api")
            .specPath(args[0])
            .restApiName("smoke")
            .defaultAuthorizer(Authorizers.iam())
            .integrations(Map.of(
                "sayHello", TypeSafeApiIntegration.builder()
                    .integration(Integrations.mock(MockIntegrationProps.builder()
                        .statusCode(200)
                        .body("{\"message\":\"Hello\"}")
                        .headers(Map.of("x-mock", "yes"))
                        .build()))
                    .authorizer(Authorizers.none())
                    .build(),
                "forward", TypeSafeApiIntegration.builder().integration(new HttpBin()).build()))
            .build();
        app.synth();
    }
}
