package guichet.resource;

import guichet.resource.issuer.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings for tests without Quarkus. */
record TestSettings(
        Duration leeway, Set<String> algorithms, Duration recheck, Duration poll, Duration outage)
        implements ResourceConfig, ResourceConfig.Keys, ResourceConfig.Status {
    static final String BOX = "https://box.example";
    static final TestSettings USUAL =
            new TestSettings(
                    Duration.ofSeconds(30),
                    Set.of("ES256"),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10));

    @Override
    public String identifier() {
        return BOX;
    }

    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> scopes() {
        return Optional.empty();
    }

    @Override
    public URI jwksUri() {
        return URI.create(TestIssuer.address() + "/jwks");
    }

    @Override
    public Optional<String> tlsConfigurationName() {
        return Optional.empty();
    }

    @Override
    public URI listsUri() {
        return URI.create(TestIssuer.address() + "/status-lists");
    }

    @Override
    public Keys keys() {
        return this;
    }

    @Override
    public Status status() {
        return this;
    }

    TestSettings withLeeway(Duration other) {
        return new TestSettings(other, algorithms, recheck, poll, outage);
    }

    TestSettings withAlgorithms(Set<String> others) {
        return new TestSettings(leeway, others, recheck, poll, outage);
    }

    TestSettings withRecheck(Duration other) {
        return new TestSettings(leeway, algorithms, other, poll, outage);
    }

    TestSettings withPoll(Duration other) {
        return new TestSettings(leeway, algorithms, recheck, other, outage);
    }

    TestSettings withOutage(Duration other) {
        return new TestSettings(leeway, algorithms, recheck, poll, other);
    }
}
