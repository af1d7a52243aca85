package com.example.pets.app;

import com.example.pets.infra.Api;
import com.example.pets.infra.ApiProps;
import com.example.pets.infra.MockIntegrations;
import com.example.pets.infra.OperationConfig;
import com.example.pets.infra.SayHelloFunction;
import io.github.typesafeapiproject.constructs.Authorizers;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.constructs.Construct;

/** The CDK app: which integration answers which operation. */
public final class App {
    private App() {}

    public static void main(final String[] args) {
        final software.amazon.awscdk.App app = new software.amazon.awscdk.App();
        new ApiStack(app, "Pets");
        app.synth();
    }

    static final class ApiStack extends Stack {
        ApiStack(final Construct scope, final String id) {
            super(scope, id);

            new Api(this, "Api", ApiProps.builder()
                    // Everyone may call this API. Before it is deployed with more than a greeting: Authorizers.iam(), for example.
                    .defaultAuthorizer(Authorizers.none())
                    .corsOptions(CorsOptions.builder().allowOrigins(List.of("*")).build())
                    // One integration for each operation of the model: leave one out, and build() says so.
                    .integrations(OperationConfig.<TypeSafeApiIntegration>builder()
                            .sayHello(TypeSafeApiIntegration.builder()
                                    .integration(Integrations.lambda(new SayHelloFunction(this, "SayHello")))
                                    .build())
                            // Until there is something better, API Gateway answers with the examples of the model.
                            .listPets(TypeSafeApiIntegration.builder()
                                    .integration(MockIntegrations.listPets200())
                                    .build())
                            .getPet(TypeSafeApiIntegration.builder()
                                    .integration(MockIntegrations.getPet200())
                                    .build())
                            .build())
                    .build());
        }
    }
}
