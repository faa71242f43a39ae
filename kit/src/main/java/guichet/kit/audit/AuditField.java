package guichet.kit.audit;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be known of an event, by the name that it has in the event. */
public enum AuditField {
    /** The person whom it is about, by the identifier inside. */
    PERSON,
    /** The client that it is about, or that asked, by its {@code client_id}. */
    CLIENT,
    /** The administrator who did it: the {@code sub} of their access token. */
    BY,
    /** The client by which the administrator did it. */
    BY_CLIENT,
    /** The grant that it is about. */
    GRANT,
    /** The session that it is about, by its {@code sid}. */
    SESSION,
    /** What was approved or given: scopes, and claims that were asked for one by one. */
    SCOPE,
    /** What the person's roles are from now on, by the administrators' names for them. */
    ROLES,
    /** What the person's groups are from now on, likewise. */
    GROUPS,
    /** Why, in a few words of our own. */
    REASON,
    /** The redirect addresses of the client, from now on. */
    REDIRECT_URIS,
    /** The API on offer, by the name that operators call it. */
    RESOURCE,
    /** The initial access token, by its name, which opens nothing. */
    INITIAL_ACCESS_TOKEN,
    /** The signing key, by its {@code kid}. */
    KEY,
    /** Of signatures. */
    ALGORITHM,
    /** From when on the key signs. */
    SIGNS_FROM,
    /** The endpoint that was called, as it is declared. */
    ENDPOINT,
    /** Which limit was reached, as its setting is called. */
    LIMIT,
    /** What could not be delivered: its kind and its identifier. */
    MESSAGE,
    /** How often that was tried. */
    ATTEMPTS,
    /** Which event was not written one by one. */
    OF,
    /** How many, or how often. */
    COUNT;

    /** Its value, in this event. */
    public Fact is(Object value) {
        return new Fact(this, value.toString());
    }

    /** Its value, if it is known. */
    public Fact is(Optional<?> value) {
        return value.map(this::is).orElseGet(() -> new Fact(this, Optional.empty()));
    }

    /** Its values, in one text. */
    public Fact are(Collection<?> values) {
        return is(values.stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** As it stands in an event, for example {@code by_client}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
