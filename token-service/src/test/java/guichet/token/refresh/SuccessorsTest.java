package guichet.token.refresh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.Rotation.Refused;
import guichet.token.refresh.Rotation.Reused;
import guichet.token.refresh.Rotation.Rotated;
import guichet.token.request.TokenCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.Secret;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From what successors are derived, and how the key for it is changed. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.14.2")
class SuccessorsTest {
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private final String client = Neighbours.client();
    private OpaqueToken first;

    private final Clock clock;
    private final Grants grants;
    private final DataSource tables;
    private final RefreshTokenRows rows;
    private final EntityManager database;
    private NamingTime naming;

    SuccessorsTest(
            Clock clock,
            Grants grants,
            DataSource tables,
            RefreshTokenRows rows,
            EntityManager database,
            NamingTime naming) {
        this.clock = clock;
        this.grants = grants;
        this.tables = tables;
        this.rows = rows;
        this.database = database;
        this.naming = naming;
    }

    @BeforeEach
    void aToken() {
        first = OpaqueToken.of(TokenCall.refreshToken(client));
    }

    /** It was derived from these two alone, once. */
    @Test
    void who_has_the_key_and_an_old_token_does_not_have_the_present_one() {
        OpaqueToken present = successor(rotated(OLD, Optional.empty()));

        OpaqueToken guess =
                successors(OLD, Optional.empty()).of(first, new RefreshToken()).getFirst();

        assertThat(guess.reveal()).isNotEqualTo(present.reveal());
    }

    @Test
    void two_tokens_with_the_same_key_have_salts_of_their_own() {
        var successors = successors(OLD, Optional.empty());

        assertThat(successors.newSalt()).isNotEqualTo(successors.newSalt());
    }

    @Test
    void an_honest_repeat_gets_the_same_after_the_key_was_changed() {
        OpaqueToken one = successor(rotated(OLD, Optional.empty()));

        OpaqueToken other = successor(rotated(NEW, Optional.of(OLD)));

        assertThat(other.reveal()).isEqualTo(one.reveal());
    }

    /** As a replica answers that has the new key as its second one, before it is the first. */
    @Test
    void so_it_does_at_a_replica_that_has_not_changed_it_yet() {
        OpaqueToken one = successor(rotated(NEW, Optional.of(OLD)));

        OpaqueToken other = successor(rotated(OLD, Optional.of(NEW)));

        assertThat(other.reveal()).isEqualTo(one.reveal());
    }

    @Test
    void where_the_key_is_gone_a_repeat_is_refused_and_not_taken_for_a_theft() {
        rotated(OLD, Optional.empty());

        Rotation repeat = rotated(NEW, Optional.empty());

        assertThat(repeat).isInstanceOf(Refused.class);
    }

    @Test
    void a_theft_is_one_under_whichever_key() {
        OpaqueToken second = successor(rotated(OLD, Optional.empty()));
        Replica changed = tokens(NEW, Optional.of(OLD));
        OpaqueToken third = successor(changed.rotate(client, second, UnaryOperator.identity()));
        changed.rotate(client, third, UnaryOperator.identity());

        Rotation repeat = changed.rotate(client, second, UnaryOperator.identity());

        assertThat(repeat).isInstanceOf(Reused.class);
    }

    /** Without salt and name of the key. */
    @Test
    void a_successor_that_an_earlier_version_gave_is_known_again_under_either_key() {
        OpaqueToken one = spentByAnEarlierVersion();

        OpaqueToken other = successor(rotated(NEW, Optional.of(OLD)));

        assertThat(other.reveal()).isEqualTo(one.reveal());
    }

    /** Whose replicas may run beside this one: from token, salt and key, and from nothing else. */
    @Test
    void for_a_day_successors_are_those_that_0_2_0_makes() {
        naming = new NamingTime(tables); // it has not looked
        OpaqueToken one = successor(rotated(OLD, Optional.empty()));

        RefreshToken spent = rows.findById(first.sha256());
        OpaqueToken other =
                new Derivation(
                                TokenKind.REFRESH_TOKEN,
                                new SecretKeySpec(
                                        Base64.getDecoder().decode(OLD), Derivation.ALGORITHM))
                        .of(requireNonNull(spent.successorSalt), first.reveal());

        assertThat(other.reveal()).isEqualTo(one.reveal());
        assertThat(spent.successorKey).matches("[0-9a-f]{16}");
    }

    @Test
    void what_was_spent_before_that_day_was_over_is_repeated_after_it() {
        NamingTime come = naming;
        naming = new NamingTime(tables); // it has not looked
        OpaqueToken one = successor(rotated(OLD, Optional.empty()));

        naming = come;
        OpaqueToken other = successor(rotated(OLD, Optional.empty()));

        assertThat(other.reveal()).isEqualTo(one.reveal());
    }

    /** Their tokens do not say of which grant they are. */
    @Test
    void a_theft_of_one_from_that_day_is_seen_as_well() {
        NamingTime come = naming;
        naming = new NamingTime(tables); // it has not looked
        OpaqueToken second = successor(rotated(OLD, Optional.empty()));
        OpaqueToken third =
                successor(
                        tokens(OLD, Optional.empty())
                                .rotate(client, second, UnaryOperator.identity()));
        naming = come;
        tokens(OLD, Optional.empty()).rotate(client, third, UnaryOperator.identity());

        Rotation repeat =
                tokens(OLD, Optional.empty()).rotate(client, second, UnaryOperator.identity());

        assertThat(repeat).isInstanceOf(Reused.class);
    }

    private OpaqueToken spentByAnEarlierVersion() {
        OpaqueToken successor =
                successors(OLD, Optional.empty()).of(first, new RefreshToken()).getFirst();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.createNativeQuery(
                                    """
                                    insert into refresh_token (sha256, grant_id, created_at, idle_expires_at)
                                    select :successor, grant_id, created_at, idle_expires_at
                                    from refresh_token where sha256 = :first\
                                    """)
                            .setParameter("successor", successor.sha256())
                            .setParameter("first", first.sha256())
                            .executeUpdate();
                    database.createNativeQuery(
                                    "update refresh_token set spent_at = now() where sha256 = :first")
                            .setParameter("first", first.sha256())
                            .executeUpdate();
                });
        return successor;
    }

    private Rotation rotated(String key, Optional<String> second) {
        return tokens(key, second).rotate(client, first, UnaryOperator.identity());
    }

    private static OpaqueToken successor(Rotation rotation) {
        return ((Rotated) rotation).successor();
    }

    /** What a replica with these keys has. */
    private Replica tokens(String key, Optional<String> second) {
        return new Replica(
                new RefreshTokens(
                        rows,
                        clock,
                        new Settings(key, second),
                        successors(key, second),
                        grants,
                        tables));
    }

    private Successors successors(String key, Optional<String> second) {
        return new Successors(new Settings(key, second), naming);
    }

    private static String key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    private record Replica(RefreshTokens tokens) {
        Rotation rotate(String client, OpaqueToken token, UnaryOperator<LiveGrant> terms) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> tokens.rotate(client, token, terms));
        }
    }

    private record Settings(String key, Optional<String> second) implements RefreshConfig {
        @Override
        public Secret<String> derivationKey() {
            return () -> key;
        }

        @Override
        public Optional<Secret<String>> secondDerivationKey() {
            return second.map(it -> () -> it);
        }

        @Override
        public Duration retryWindow() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration idleLifetime() {
            return Duration.ofDays(30);
        }
    }
}
