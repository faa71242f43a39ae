package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a start; the start itself is a matter of the system tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalStackTest {
    @TempDir Path folder;

    private final Ports ports = Ports.free();
    private final List<String> steps = new ArrayList<>();

    @Test
    void a_busy_port_is_named_with_the_service_that_needs_it() throws IOException {
        int port = ports.service(Service.TOKEN);
        try (var _ = occupy(port)) {

            assertThatThrownBy(this::start)
                    .isInstanceOf(Failure.class)
                    .hasMessageContainingAll("port " + port, "token-service");

            assertThat(steps).isEmpty();
        }
    }

    @Test
    void a_busy_gateway_port_is_named_too() throws IOException {
        try (var _ = occupy(ports.gateway())) {

            assertThatThrownBy(this::start)
                    .hasMessageContainingAll("port " + ports.gateway(), "the gateway");
        }
    }

    @Test
    void a_second_stack_on_the_same_data_is_told_of_the_first() throws IOException {
        try (var _ = DataLock.on(data())) {

            assertThatThrownBy(this::start)
                    .isInstanceOf(Failure.class)
                    .hasMessageContainingAll("already running", data().toString());
        }
    }

    @Test
    void a_start_that_failed_leaves_the_data_to_the_next() throws IOException {
        try (var _ = occupy(ports.gateway())) {
            assertThatThrownBy(this::start).isInstanceOf(Failure.class);
        }

        try (var lock = DataLock.on(data())) {
            assertThat(lock.channel().isOpen()).isTrue();
        }
    }

    @Test
    void whoever_has_the_data_can_begin_afresh() throws IOException {
        try (var lock = DataLock.on(data())) {
            Files.writeString(data().resolve("secrets.properties"), "OLD=secret");
            Files.createDirectories(data().resolve("postgres/base"));

            lock.empty();

            assertThat(data().toFile().list()).containsExactly("lock");
        }
    }

    @Test
    void a_service_that_is_not_built_is_named_and_nothing_is_left_running() throws IOException {
        assertThatThrownBy(this::start)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("registry-service is not built");

        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
        ports.requireFree();
        DataLock.on(data()).close();
    }

    private void start() {
        LocalStack.start(
                new StackOptions(
                        folder,
                        data(),
                        false,
                        URI.create("http://localhost"),
                        ports,
                        Deployment.development(),
                        Map.of()),
                steps::add);
    }

    private Path data() {
        return folder.resolve(".guichet");
    }

    private static ServerSocket occupy(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
