package guichet.token.grant;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What authorization-service says of a grant that has ended. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevokedGrantsTest {
    private final String client = Neighbours.client();
    private final UUID grant = UUID.randomUUID();

    @Test
    void what_was_issued_for_it_ends() {
        String refreshToken = redeem().statusCode(200).extract().path("refresh_token");

        end(internally("the-credential-of-authorization-in-tests")).statusCode(204);

        TokenCall.refresh(client, refreshToken)
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    void being_told_twice_is_being_told_once() {
        redeem().statusCode(200);

        end(internally("the-credential-of-authorization-in-tests")).statusCode(204);
        end(internally("the-credential-of-authorization-in-tests")).statusCode(204);
    }

    @Test
    void a_grant_that_ends_while_its_code_is_under_way_gives_nothing_that_lasts() {
        end(internally("the-credential-of-authorization-in-tests")).statusCode(204);

        String refreshToken = redeem().statusCode(200).extract().path("refresh_token");

        TokenCall.refresh(client, refreshToken).statusCode(400);
    }

    @Test
    void only_authorization_service_may_say_so_and_has_to_say_why() {
        end(internally()).statusCode(401);
        end(internally("the-credential-of-registry-in-tests")).statusCode(401);
        Callee.call(Golden.today("revoked-grants").without("request.reason"))
                .then()
                .statusCode(400);
    }

    @Test
    void more_than_two_hundred_at_once_are_refused_and_none_of_them_ends() {
        String refreshToken = redeem().statusCode(200).extract().path("refresh_token");
        var many = new ArrayList<>(List.of(grant));
        Stream.generate(UUID::randomUUID).limit(200).forEach(many::add);

        end(internally("the-credential-of-authorization-in-tests"), many)
                .statusCode(400)
                .body("error_uri", endsWith("/errors/parameter-too-long"));

        TokenCall.refresh(client, refreshToken).statusCode(200);
    }

    @Test
    void two_hundred_at_once_are_taken() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(200).toList();

        end(internally("the-credential-of-authorization-in-tests"), many).statusCode(204);
    }

    @ParameterizedTest
    @GoldenSource("revoked-grants")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private ValidatableResponse redeem() {
        String code = Neighbours.codeOf(Neighbours.grant(grant, client));
        return TokenCall.withSecret(
                client, Map.of("grant_type", "authorization_code", "code", code));
    }

    private ValidatableResponse end(RequestSpecification call) {
        return end(call, List.of(UUID.randomUUID(), grant));
    }

    private static ValidatableResponse end(RequestSpecification call, List<UUID> grants) {
        return call.contentType("application/json")
                .body(
                        Golden.today("revoked-grants")
                                .with("request.grant_ids", grants)
                                .request()
                                .toString())
                .post("/internal/revoked-grants")
                .then();
    }
}
