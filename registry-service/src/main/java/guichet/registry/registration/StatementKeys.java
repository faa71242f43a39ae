package guichet.registry.registration;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignKeys;
import guichet.registry.registration.RegistrationConfig.TrustedStatements;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether it is said of everybody who signs software statements by which keys. */
final class StatementKeys implements Agreement<RegistrationConfig> {
    private static final String SETTING = "guichet.registration.trusted-statements.";

    @Override
    public Stream<Fault> faults(RegistrationConfig settings, SmallRyeConfig all) {
        return settings.trustedStatements().entrySet().stream()
                .flatMap(each -> fault(SETTING + each.getKey(), each.getValue()).stream());
    }

    private static Optional<Fault> fault(String setting, TrustedStatements signer) {
        if (signer.jwks().isPresent() == signer.jwksUri().isPresent()) {
            return Optional.of(Fault.of(setting, "needs either _JWKS or _JWKS_URI"));
        }
        return signer.jwks()
                .filter(jwks -> read(jwks).isEmpty())
                .map(_ ->
                        Fault.of(
                                setting + ".jwks",
                                "must be a JWK Set with a public key that can be used"));
    }

    /** The keys of a JWK Set, if it has some. */
    static Optional<ForeignKeys> read(String jwks) {
        try {
            return Optional.of(ForeignKeys.read(jwks)).filter(Predicate.not(ForeignKeys::isEmpty));
        } catch (ForeignFault _) {
            return Optional.empty();
        }
    }
}
