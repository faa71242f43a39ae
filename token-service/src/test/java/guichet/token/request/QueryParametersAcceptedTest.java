package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.settings.OtherSettings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(OtherSettings.class)
class QueryParametersAcceptedTest {
    @Test
    void the_slides_literal_address_works() {
        given().queryParam("grant_type", "client_credentials")
                .queryParam("client_id", Neighbours.client())
                .queryParam("client_secret", Neighbours.SECRET)
                .get("/token")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    @Test
    void they_may_be_posted_too() {
        given().contentType("application/x-www-form-urlencoded")
                .queryParam("grant_type", "client_credentials")
                .queryParam("client_id", Neighbours.client())
                .queryParam("client_secret", Neighbours.SECRET)
                .post("/token")
                .then()
                .statusCode(200);
    }

    @Test
    void a_post_with_neither_body_nor_type_works_too() throws Exception {
        var address =
                "http://localhost:%d/token?grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(RestAssured.port, Neighbours.client(), Neighbours.SECRET);
        var request =
                HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_parameter_in_both_places_is_repeated() {
        given().queryParam("client_id", Neighbours.client())
                .formParam("client_id", "another")
                .post("/token")
                .then()
                .statusCode(400)
                .body("error_description", equalTo("parameter client_id is repeated"));
    }
}
