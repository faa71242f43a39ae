package guichet.registry.registration;

import guichet.lint.Finding;
import guichet.registry.client.Voucher;
import guichet.registryclient.ClientMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a registration as they are taken.
 *
 * @param replaced what the client asked for and does not get
 * @param advice on what it does get
 * @param voucher by what somebody answers for it who brought no initial access token
 */
record TakenMetadata(
        ClientMetadata metadata,
        List<Replacement> replaced,
        List<Finding> advice,
        Optional<Voucher> voucher) {
    TakenMetadata {
        replaced = List.copyOf(replaced);
        advice = List.copyOf(advice);
    }

    /** What was registered before, about which everything has been said. */
    static TakenMetadata before(ClientMetadata metadata) {
        return new TakenMetadata(metadata, List.of(), List.of(), Optional.empty());
    }
}
