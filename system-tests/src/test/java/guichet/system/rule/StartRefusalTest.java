package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service as it is built refuses to start with wrong settings, and says which. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final String CREDENTIAL = "thirty-two-letters-as-are-needed";

    @TempDir Path folder;

    @Test
    void names_all_that_is_wrong_at_once() throws Exception {
        var wrong =
                Map.of(
                        "GUICHET_ISSUER", "https://auth.example/",
                        "GUICHET_DATABASE_URL", "jdbc:postgresql://db.example/token",
                        "GUICHET_DATABASE_USERNAME", "token",
                        "GUICHET_INTERNAL_REGISTRY_URL", "https://registry:8281",
                        "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN", CREDENTIAL,
                        "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN", "hush-too-short",
                        "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY", CREDENTIAL,
                        "GUICHET_TOKEN_REFRESH_DERIVATION_KEY", "hush",
                        "GUICHET_TOKEN_KEY_ENCRYPTION_KEY", KEY,
                        "GUICHET_TOKEN_KEY_ROTATION", "5m");

        assertThat(startAndEnd(Service.TOKEN, wrong))
                .endsWith(
                        """
                        Does not start with these settings:
                          GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN must be 32 characters or more
                          GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION is missing: it must be 32 characters or more
                          GUICHET_DATABASE_PASSWORD is missing
                          GUICHET_INTERNAL_AUTHORIZATION_URL is missing: it must be an https address such as https://10.0.0.7:8281; http is for this machine only
                          GUICHET_INTERNAL_TLS_FOLDER is missing
                          GUICHET_ISSUER must be an https address without user, query, fragment and slash at the end, such as https://auth.example
                          GUICHET_TOKEN_KEY_ROTATION must be longer than a key is announced, PT10M10S
                          GUICHET_TOKEN_REFRESH_DERIVATION_KEY must be base64 of 32 bytes, such as openssl rand -base64 32 prints
                        """);
    }

    @Test
    void an_api_names_what_its_database_lacks() throws Exception {
        assertThat(
                        startAndEnd(
                                Service.MOVIES,
                                Map.of(
                                        "GUICHET_ISSUER", "https://auth.example",
                                        "GUICHET_DATABASE_URL", "jdbc:postgresql://db/movies",
                                        "GUICHET_DATABASE_USERNAME", "movies")))
                .endsWith(
                        """
                        Does not start with these settings:
                          GUICHET_DATABASE_PASSWORD is missing
                        """);
    }

    @Test
    void the_application_names_the_secret_it_lacks() throws Exception {
        assertThat(
                        startAndEnd(
                                Service.MOVIES_APP,
                                Map.of("GUICHET_ISSUER", "https://auth.example")))
                .contains("guichet.movies-app.secret");
    }

    private String startAndEnd(Service service, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path module = Path.of("").toAbsolutePath().getParent().resolve(service.module());
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        module.resolve("target/quarkus-app/quarkus-run.jar").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("GUICHET_"));
        builder.environment().putAll(settings);
        Path output = folder.resolve("start.log");
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ended instead of starting", service.module()).isTrue();
        assertThat(process.exitValue()).isOne();
        String told = Files.readString(output);
        assertThat(told).doesNotContain("\tat ");
        return told;
    }
}
