package org.chongshan.shell;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** What stands outside of the bureau and takes public events: a bus in the cloud, a file on one machine. */
public interface Outlet {
    /**
     * Hands an event over. It may come twice: whoever receives it knows it by its id, under which there is one content.
     *
     * @param type       CloudEvents type
     * @param cloudEvent one CloudEvents document, structured JSON
     * @throws RuntimeException when it may not have been taken; it comes again
     */
    void take(String type, String cloudEvent);

    /**
     * The EventBridge bus of this name, with the credentials and in the region of whoever calls.
     *
     * @param endpoint of an EventBridge in place of the region's; null for that
     */
    static Outlet eventBridge(SdkHttpClient http, String bus, @Nullable String endpoint) {
        var region = new DefaultAwsRegionProviderChain().getRegion();
        return new EventBridgeOutlet(http, DefaultCredentialsProvider.builder().build(), region,
                endpoint == null
                        ? URI.create("https://" + ServiceMetadata.of("events").endpointFor(region))
                        : URI.create(endpoint),
                bus);
    }
}
