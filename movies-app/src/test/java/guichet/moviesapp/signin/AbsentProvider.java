package guichet.moviesapp.signin;

import guichet.moviesapp.neighbour.Provider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A provider that is away when the application starts. */
public final class AbsentProvider implements QuarkusTestResourceLifecycleManager {
    private static int port;

    @Override
    public Map<String, String> start() {
        var settings = new Provider().start();
        port = Provider.leaves();
        return settings;
    }

    static void comesBack() {
        Provider.open(port);
    }

    @Override
    public void stop() {
        Provider.leaves();
    }
}
