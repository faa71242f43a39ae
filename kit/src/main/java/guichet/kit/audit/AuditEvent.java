package guichet.kit.audit;

import static guichet.kit.audit.AuditField.ALGORITHM;
import static guichet.kit.audit.AuditField.ATTEMPTS;
import static guichet.kit.audit.AuditField.BY;
import static guichet.kit.audit.AuditField.BY_CLIENT;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.COUNT;
import static guichet.kit.audit.AuditField.ENDPOINT;
import static guichet.kit.audit.AuditField.GRANT;
import static guichet.kit.audit.AuditField.GROUPS;
import static guichet.kit.audit.AuditField.INITIAL_ACCESS_TOKEN;
import static guichet.kit.audit.AuditField.KEY;
import static guichet.kit.audit.AuditField.LIMIT;
import static guichet.kit.audit.AuditField.MESSAGE;
import static guichet.kit.audit.AuditField.OF;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;
import static guichet.kit.audit.AuditField.REDIRECT_URIS;
import static guichet.kit.audit.AuditField.RESOURCE;
import static guichet.kit.audit.AuditField.ROLES;
import static guichet.kit.audit.AuditField.SCOPE;
import static guichet.kit.audit.AuditField.SESSION;
import static guichet.kit.audit.AuditField.SIGNS_FROM;
import static guichet.kit.audit.Outcome.FAILURE;
import static guichet.kit.audit.Outcome.SUCCESS;

import java.util.List;
import java.util.Locale;

/** Everything that is told: each has its paragraph and an example in {@code docs/audit.md}. */
public enum AuditEvent {
    CLIENT_REGISTERED(SUCCESS, CLIENT, REDIRECT_URIS, BY, BY_CLIENT),
    CLIENT_CHANGED(SUCCESS, CLIENT, REDIRECT_URIS, BY, BY_CLIENT),
    CLIENT_SECRET_REPLACED(SUCCESS, CLIENT, BY, BY_CLIENT),
    CLIENT_SECRET_ENDED(SUCCESS, CLIENT),
    CLIENT_DELETED(SUCCESS, CLIENT, REASON, BY, BY_CLIENT),
    CLIENT_DECLARED(SUCCESS, CLIENT, REDIRECT_URIS),
    CLIENT_NO_LONGER_DECLARED(SUCCESS, CLIENT),
    RESOURCE_DECLARED(SUCCESS, RESOURCE),
    RESOURCE_NO_LONGER_DECLARED(SUCCESS, RESOURCE),
    RESOURCE_ADDED(SUCCESS, RESOURCE, BY, BY_CLIENT),
    RESOURCE_CHANGED(SUCCESS, RESOURCE, BY, BY_CLIENT),
    RESOURCE_DELETED(SUCCESS, RESOURCE, BY, BY_CLIENT),
    INITIAL_ACCESS_TOKEN_MADE(SUCCESS, INITIAL_ACCESS_TOKEN, BY, BY_CLIENT),
    INITIAL_ACCESS_TOKEN_REVOKED(SUCCESS, INITIAL_ACCESS_TOKEN, BY, BY_CLIENT),
    INITIAL_ACCESS_TOKEN_REFUSED(FAILURE),
    REGISTRATION_ACCESS_TOKEN_REFUSED(FAILURE, CLIENT),

    SIGNED_IN(SUCCESS, PERSON, CLIENT, SESSION),
    SIGN_IN_REFUSED(FAILURE, PERSON, CLIENT),
    SIGN_IN_THROTTLED(FAILURE, PERSON, CLIENT),
    SESSION_ENDED(SUCCESS, PERSON, SESSION, REASON),
    SIGN_OUT_TOLD(SUCCESS, CLIENT, SESSION),
    CONSENT_GIVEN(SUCCESS, PERSON, CLIENT, SCOPE),
    CONSENT_REFUSED(SUCCESS, PERSON, CLIENT),
    CONSENT_WITHDRAWN(SUCCESS, PERSON, CLIENT),
    CODE_OF_ANOTHER_CLIENT(FAILURE, CLIENT, GRANT),
    PERSON_SIGNED_UP(SUCCESS, PERSON),
    SIGN_UP_REFUSED(FAILURE, REASON),
    PERSON_DELETED(SUCCESS, PERSON, REASON),
    PASSWORD_CHANGED(SUCCESS, PERSON, REASON),
    PASSWORD_RESET_MAILED(SUCCESS, PERSON),
    EMAIL_CHANGE_ASKED(SUCCESS, PERSON),
    EMAIL_CONFIRMED(SUCCESS, PERSON),
    PERSON_ADDED(SUCCESS, PERSON, ROLES, GROUPS, BY, BY_CLIENT),
    PERSON_ROLES_CHANGED(SUCCESS, PERSON, ROLES, BY, BY_CLIENT),
    PERSON_GROUPS_CHANGED(SUCCESS, PERSON, GROUPS, BY, BY_CLIENT),
    PERSON_BLOCKED(SUCCESS, PERSON, BY, BY_CLIENT),
    PERSON_UNBLOCKED(SUCCESS, PERSON, BY, BY_CLIENT),
    PASSWORD_RESET_MADE(SUCCESS, PERSON, BY, BY_CLIENT),

    CLIENT_AUTHENTICATION_REFUSED(FAILURE, CLIENT, REASON),
    CODE_REPLAYED(FAILURE, CLIENT, GRANT),
    REFRESH_TOKEN_REUSED(FAILURE, CLIENT, GRANT),
    TOKENS_ISSUED_FOR_PASSWORD(SUCCESS, PERSON, CLIENT, GRANT, SCOPE),
    GRANT_ENDED(SUCCESS, GRANT, REASON),
    GRANTS_ENDED(SUCCESS, PERSON, CLIENT, SESSION, REASON),
    SIGNING_KEY_ANNOUNCED(SUCCESS, KEY, ALGORITHM, SIGNS_FROM),
    SIGNING_KEY_BROUGHT_FORWARD(SUCCESS, KEY, ALGORITHM, SIGNS_FROM),
    SIGNING_KEY_RETIRED(SUCCESS, KEY, ALGORITHM, SIGNS_FROM),
    SIGNING_KEYS_ROTATED(SUCCESS, ALGORITHM, BY, BY_CLIENT),
    SIGNING_KEYS_ENCRYPTED_ANEW(SUCCESS, COUNT),
    SIGNING_KEY_WITHDRAWN(SUCCESS, KEY, BY, BY_CLIENT),

    INTERNAL_CALL_REFUSED(FAILURE, ENDPOINT),
    ADMINISTRATION_REFUSED(FAILURE, ENDPOINT, REASON),
    LIMIT_REACHED(FAILURE, LIMIT, CLIENT),
    DATABASE_RESTORED(SUCCESS),
    MESSAGE_GIVEN_UP(FAILURE, MESSAGE, ATTEMPTS),
    FAILURES_LEFT_OUT(FAILURE, OF, COUNT);

    private final Outcome outcome;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<AuditField> fields;

    AuditEvent(Outcome outcome, AuditField... fields) {
        this.outcome = outcome;
        this.fields = List.of(fields);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What it may tell, besides what every event does. */
    public List<AuditField> fields() {
        return fields;
    }

    /** Its name in the log, for example {@code code-replayed}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
