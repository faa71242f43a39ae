package guichet.authorization.people.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a person goes on from a page that they came to on their way. */
public sealed interface ReturnTicket {
    /** Of the request that waits, as addresses and forms carry it; empty if none does. */
    String handle();

    /** The client that waits, if one does. */
    Optional<String> client();

    /** Its name, or empty. */
    String application();

    /** The name that it expects the person to sign in with, or empty. */
    String loginHint();

    /** The addresses at which the way can end. */
    List<String> leadsTo();

    /** Whether the account of this person was chosen for it. */
    boolean isChosen(UUID personId);

    /** Where a page of ours goes on with it. */
    default String at(String page) {
        return handle().isEmpty() ? page : page + "?request=" + handle();
    }

    /** To the account: nobody sent the person. */
    record ToAccount() implements ReturnTicket {
        @Override
        public String handle() {
            return "";
        }

        @Override
        public Optional<String> client() {
            return Optional.empty();
        }

        @Override
        public String application() {
            return "";
        }

        @Override
        public String loginHint() {
            return "";
        }

        @Override
        public List<String> leadsTo() {
            return List.of();
        }

        @Override
        public boolean isChosen(UUID personId) {
            return false;
        }
    }

    /**
     * Back to the application that sent the person.
     *
     * @param chosen the person whose account was chosen for it, if one was yet
     */
    record ToApplication(
            String handle,
            String clientId,
            String application,
            String loginHint,
            List<String> leadsTo,
            Optional<UUID> chosen)
            implements ReturnTicket {
        public ToApplication {
            leadsTo = List.copyOf(leadsTo);
        }

        @Override
        public Optional<String> client() {
            return Optional.of(clientId);
        }

        @Override
        public boolean isChosen(UUID personId) {
            return chosen.equals(Optional.of(personId));
        }
    }
}
