package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.ClientAttributes;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.StandardAttributesMask;
import software.amazon.awscdk.services.cognito.StringAttribute;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The HTTP face: events in, collections out, behind a token that is verified before anything runs. */
final class GatewayStack extends Stack {
    GatewayStack(Construct scope, Deployment deployment, ITopic alarms, String sealingKey,
            Map<Programme, ProgrammeStack> programmes) {
        super(scope, deployment.name("gateway"), deployment.stack("Chongshan: the HTTP face"));
        var api = HttpApi.Builder.create(this, "Api").apiName(deployment.name("api")).build();
        var authorizer = authorizer(deployment);
        var spec = deployment.of(FunctionSpec.Ingest.class).getFirst();
        var ingest = new FunctionConstruct(this, spec, deployment, alarms, sealingKey);
        ingest.may(List.of("sqs:SendMessage"), deployment.queueArns(this));
        route(api, authorizer, HttpMethod.POST, "/v1/events", integration("Ingest", ingest));
        programmes.forEach((programme, stack) -> {
            var query = integration(programme.key(), stack.function(new FunctionSpec.Query(programme)));
            deployment.of(FunctionSpec.Collection.class).stream().filter(one -> one.programme() == programme)
                    .forEach(collection -> {
                        var path = "/v1/" + collection.path();
                        route(api, authorizer, HttpMethod.GET, path, query);
                        route(api, authorizer, HttpMethod.GET, path + "/{proxy+}", query);
                    });
        });
        deployment.of(FunctionSpec.RegistrySearch.class)
                .forEach(search -> route(api, authorizer, HttpMethod.POST, FunctionSpec.RegistrySearch.PATH,
                        integration(search.name(),
                                Objects.requireNonNull(programmes.get(search.programme())).function(search))));
        protect(api, deployment);
        new Alarms(deployment, alarms).when(this, "api", "ServerErrors", api.metricServerError(), 1);
        output("ApiUrl", api.getApiEndpoint());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }

    /**
     * One integration, and one leave to call the alias, for all routes of this API that lead to it: a leave for each would
     * fill the alias's policy with the twenty-fourth collection.
     */
    private static HttpLambdaIntegration integration(String id, FunctionConstruct function) {
        return new HttpLambdaIntegration(id, function.alias(),
                HttpLambdaIntegrationProps.builder().scopePermissionToRoute(false).build());
    }

    private static void route(HttpApi api, IHttpRouteAuthorizer authorizer, HttpMethod method, String path,
            HttpLambdaIntegration integration) {
        api.addRoutes(AddRoutesOptions.builder().path(path).methods(List.of(method)).authorizer(authorizer)
                .integration(integration).build());
    }

    private IHttpRouteAuthorizer authorizer(Deployment deployment) {
        if (deployment.issuer().isPresent()) {
            return HttpJwtAuthorizer.Builder.create("Issuer", deployment.issuer().get())
                    .jwtAudience(List.of(deployment.audience())).build();
        }
        var pool = deployment.kept().users().map(id -> UserPool.fromUserPoolId(this, "Users", id))
                .orElseGet(() -> users(deployment));
        var client = pool.addClient("Apps", client());
        output("UserPoolId", pool.getUserPoolId());
        output("ClientId", client.getUserPoolClientId());
        return HttpJwtAuthorizer.Builder.create("Cognito", "https://" + pool.getUserPoolProviderName())
                .jwtAudience(List.of(client.getUserPoolClientId())).build();
    }

    private IUserPool users(Deployment deployment) {
        var pool = UserPool.Builder.create(this, "Users").userPoolName(deployment.name("users"))
                .selfSignUpEnabled(false).mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .passwordPolicy(PasswordPolicy.builder().minLength(12).requireDigits(true).requireLowercase(true)
                        .requireUppercase(true).requireSymbols(true).build())
                .customAttributes(new TreeMap<>(Map.of("role", attribute(), "subdistrict", attribute())))
                .deletionProtection(deployment.isProtected()).removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
        return Reasoned.that(pool, "AwsSolutions-COG3",
                "Threat protection is a paid plan the bureau decides on; there is no self sign-up, and a second factor is required.");
    }

    /**
     * What a person may change of themselves must be named, or Cognito lets them change everything: a street worker could make
     * themselves the district.
     */
    private static UserPoolClientOptions client() {
        return UserPoolClientOptions.builder().preventUserExistenceErrors(true).disableOAuth(true)
                .authFlows(AuthFlow.builder().userSrp(true).adminUserPassword(true).build())
                .readAttributes(new ClientAttributes().withCustomAttributes("role", "subdistrict"))
                .writeAttributes(new ClientAttributes()
                        .withStandardAttributes(StandardAttributesMask.builder().locale(true).build()))
                .build();
    }

    private static StringAttribute attribute() {
        return StringAttribute.Builder.create().mutable(true).build();
    }

    /** Throttling, and an access log that says who asked for what and how it went, never what was in it. */
    private void protect(HttpApi api, Deployment deployment) {
        var logs = LogGroup.Builder.create(this, "Access").logGroupName("/aws/vendedlogs/" + deployment.name("api"))
                .retention(deployment.retention()).removalPolicy(RemovalPolicy.DESTROY).build();
        var stage = (CfnStage) Objects.requireNonNull(api.getDefaultStage()).getNode().getDefaultChild();
        Objects.requireNonNull(stage).setDefaultRouteSettings(
                CfnStage.RouteSettingsProperty.builder().throttlingBurstLimit(200).throttlingRateLimit(100).build());
        stage.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder().destinationArn(logs.getLogGroupArn())
                .format("{\"requestId\":\"$context.requestId\",\"at\":\"$context.requestTime\",\"route\":\"$context.routeKey\","
                        + "\"status\":\"$context.status\",\"subject\":\"$context.authorizer.claims.sub\",\"bytes\":\"$context.responseLength\"}")
                .build());
    }
}
