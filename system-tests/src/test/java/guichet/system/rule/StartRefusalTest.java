package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that lacks a secret refuses to start and says which, whatever its profile. */
@OnStack
class StartRefusalTest {
    private final Suite stack;

    StartRefusalTest(Suite stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY,      GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY",
        "REGISTRY,      GUICHET_INTERNAL_TLS_FOLDER",
        "REGISTRY,      GUICHET_CLIENT_SECRET_DERIVATION_KEY",
        "AUTHORIZATION, GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION",
        "AUTHORIZATION, GUICHET_SUBJECT_DERIVATION_KEY",
        "AUTHORIZATION, GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN",
        "TOKEN,         GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN",
        "TOKEN,         GUICHET_TOKEN_KEY_ENCRYPTION_KEY",
        "TOKEN,         GUICHET_TOKEN_REFRESH_DERIVATION_KEY",
        "MOVIES,        GUICHET_DATABASE_PASSWORD",
        "MOVIES_APP,    GUICHET_MOVIES_APP_SECRET",
    })
    void names_the_secret_it_lacks(Service service, String secret) throws Exception {
        var settings = new HashMap<>(stack.stack().environment(service));
        settings.put("QUARKUS_PROFILE", "prod");
        settings.remove("GUICHET_MAIL_FOLDER"); // for the profile local alone
        settings.put("QUARKUS_HTTP_PORT", "0");
        settings.put("QUARKUS_HTTP_SSL_PORT", "0");
        settings.put("QUARKUS_MANAGEMENT_PORT", "0");
        settings.remove(secret);

        String output = startAndEnd(service, settings);

        String setting = secret.toLowerCase(Locale.ROOT).replace('_', '.');
        assertThat(output.toLowerCase(Locale.ROOT).replace('-', '.')).contains(setting);
    }

    /** Quarkus would take it for a list of nobody, and believe everybody. */
    @Test
    void does_not_start_with_an_empty_address_of_the_gateway() throws Exception {
        var settings = new HashMap<>(stack.stack().environment(Service.AUTHORIZATION));
        settings.put("GUICHET_GATEWAY_ADDRESS", "");
        settings.put("QUARKUS_HTTP_PORT", "0");
        settings.put("QUARKUS_HTTP_SSL_PORT", "0");
        settings.put("QUARKUS_MANAGEMENT_PORT", "0");

        assertThat(startAndEnd(Service.AUTHORIZATION, settings))
                .contains("guichet.gateway.address is empty");
    }

    private static String startAndEnd(Service service, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path module = Path.of("").toAbsolutePath().getParent().resolve(service.module());
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        module.resolve("target/quarkus-app/quarkus-run.jar").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("GUICHET_"));
        builder.environment().putAll(settings);
        Path output = Files.createTempFile("guichet-start", ".log");
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ended instead of starting", service.module()).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return Files.readString(output);
    }
}
