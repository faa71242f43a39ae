package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A registered application. */
@Entity
@Table(name = "client")
@DynamicUpdate // a write of one member must not undo what others wrote meanwhile
public class Client {
    @Id
    @Column(name = "client_id")
    String clientId;

    @Column(name = "issued_at", nullable = false, updatable = false)
    Instant issuedAt;

    /** The last time, where several registered the same. */
    @Column(name = "registered_at", nullable = false)
    Instant registeredAt;

    /** Kept whole: no question is asked about a part of it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "metadata", nullable = false)
    ClientMetadata metadata;

    /** What it registered, in short, for a public client whose registration others may share. */
    @Column(name = "fingerprint")
    @Nullable String fingerprint;

    @Column(name = "registration_token_sha256")
    @Nullable String registrationTokenSha256;

    @Column(name = "next_registration_token_sha256")
    @Nullable String nextRegistrationTokenSha256;

    /** Its logo, once that was fetched; written where that is kept. */
    @Column(name = "logo_sha256", insertable = false, updatable = false)
    @Nullable String logoSha256;

    /**
     * Whether anybody could have registered it: then it expires sooner unless it is seen in use.
     */
    @Column(name = "registered_openly", nullable = false)
    boolean registeredOpenly;

    /** Whether the settings declare it: then nothing but a start changes it. */
    @Column(name = "declared", nullable = false, updatable = false)
    boolean declared;

    /** What administrators call it; null for one that they do not keep. */
    @Column(name = "administered_as", updatable = false)
    @Nullable String administeredAs;

    /** Of one that administrators keep: who changes it says which they saw. */
    @Column(name = "version", nullable = false)
    long version = 1;

    /** Null when nobody answers for it. */
    @Enumerated(EnumType.STRING)
    @Column(name = "vouched_for_by")
    @Nullable Voucher vouchedForBy;

    /** For Hibernate. */
    protected Client() {}

    /** A client that has just been given its identifier. */
    Client(
            String clientId,
            Instant issuedAt,
            ClientMetadata metadata,
            @Nullable String registrationTokenSha256) {
        this.clientId = clientId;
        this.issuedAt = issuedAt;
        this.registeredAt = issuedAt;
        this.metadata = metadata;
        this.registrationTokenSha256 = registrationTokenSha256;
    }

    /** What the client says of itself. */
    public ClientMetadata metadata() {
        return metadata;
    }

    /** The credentials that it has, without what only it knows. */
    public Credentials credentials(OpaqueToken registrationAccessToken) {
        return new Credentials(
                clientId, Optional.empty(), Optional.of(registrationAccessToken), issuedAt);
    }

    Standing standing() {
        if (declared) {
            return Standing.DECLARED;
        }
        return vouchedForBy == null && administeredAs == null
                ? Standing.SELF_REGISTERED
                : Standing.VOUCHED_FOR;
    }

    /** Whoever let it in goes on answering for it, whatever it changes; a statement for itself. */
    void vouchAgain(Optional<Voucher> voucher) {
        if (vouchedForBy != Voucher.INITIAL_ACCESS_TOKEN) {
            vouchedForBy = voucher.orElse(null);
        }
    }

    /** Gives it another registration access token, which replaces the last when it is used. */
    void giveToken(String sha256) {
        nextRegistrationTokenSha256 = sha256;
    }

    /** Ends the power of whoever registered it first. */
    void loseTokens() {
        registrationTokenSha256 = null;
        nextRegistrationTokenSha256 = null;
    }

    /** Whether the token is the client's. */
    boolean hasToken(OpaqueToken token) {
        return registrationTokenSha256 != null && token.hasSha256(registrationTokenSha256);
    }
}
