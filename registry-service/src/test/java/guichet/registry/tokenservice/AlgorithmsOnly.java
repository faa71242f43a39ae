package guichet.registry.tokenservice;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Stands for a token-service that is told of algorithms and of nothing else. */
public final class AlgorithmsOnly {
    private AlgorithmsOnly() {}

    public static TokenService tell(Consumer<String> told) {
        return new TokenService(
                new TokenApi() {
                    @Override
                    public void end(String id) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void endSecret(String sha256) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void endScopes(EndedScopes ended) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Set<String> granted(List<String> clientIds) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void provide(String algorithm) {
                        told.accept(algorithm);
                    }
                });
    }
}
