package guichet.moviesapp.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** Stands for the movies API, over real HTTP. */
public final class MoviesApi implements QuarkusTestResourceLifecycleManager {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        behaves();
        return Map.of("guichet.movies.url", SERVER.baseUrl());
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** Answers as it should, with one film in the catalogue and on the list. */
    public static void behaves() {
        SERVER.resetAll();
        String film =
                """
                {"id": "la-haine-1995", "title": "La Haine", "year": 1995, "director": "Mathieu Kassovitz",
                 "country": "France", "running_time": 98, "genres": ["drama", "crime"]}\
                """;
        finds("{\"films\": [%s], \"page\": 0, \"size\": 20, \"total\": 1}".formatted(film));
        SERVER.stubFor(
                get(urlPathEqualTo("/my-movies"))
                        .willReturn(
                                okJson(
                                        "{\"films\": [%s], \"page\": 0, \"size\": 20, \"total\": 1}"
                                                .formatted(film))));
        SERVER.stubFor(put("/my-movies/la-haine-1995").willReturn(noContent()));
        SERVER.stubFor(delete("/my-movies/la-haine-1995").willReturn(noContent()));
        SERVER.stubFor(
                get("/stats_movies")
                        .willReturn(
                                okJson(
                                        """
                                        {"films": 412, "listings": 7,
                                         "by_decade": [{"name": "1990", "films": 60, "listings": 3}],
                                         "by_country": [{"name": "France", "films": 80, "listings": 4}],
                                         "by_genre": [{"name": "drama", "films": 200, "listings": 6}],
                                         "most_listed": [{"id": "la-haine-1995", "title": "La Haine", "listings": 3}]}\
                                        """)));
    }

    /** Answers searches with this page. */
    public static void finds(String page) {
        SERVER.stubFor(get(urlPathEqualTo("/movies")).willReturn(okJson(page)));
    }

    /** Answers as if this page of the list were after the last. */
    public static void listsNothingOnPage(int page) {
        SERVER.stubFor(
                get(urlPathEqualTo("/my-movies"))
                        .withQueryParam("page", equalTo(String.valueOf(page)))
                        .willReturn(
                                okJson(
                                        "{\"films\": [], \"page\": %d, \"size\": 20, \"total\": 20}"
                                                .formatted(page))));
    }

    /** Answers everything with this status. */
    public static void answers(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    /** Breaks off every connection. */
    public static void isAway() {
        SERVER.stubFor(
                any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** What it was asked since it was told how to behave. */
    public static List<LoggedRequest> requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl()));
    }
}
