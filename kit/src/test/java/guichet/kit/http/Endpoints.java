package guichet.kit.http;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.http.AmbiguousPaths;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every endpoint of the service that is under test, as its classes declare it. */
public final class Endpoints {
    /** None of which any endpoint makes, or that the framework reads in a way of its own. */
    private static final String[] ODD_WISHES = {
        "image/png;q=0.5",
        "application/xml",
        "application/*",
        "*",
        ";",
        "",
        "text/html",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
    };

    private Endpoints() {}

    /** Asks each for what it has not got. */
    public static void answerWhateverIsPreferred() {
        assertThat(all()).isNotEmpty().allSatisfy(Endpoint::answersWhateverIsPreferred);
    }

    /** What neighbours call at this path is nobody's where the world calls. */
    public static void areUnknownToTheWorld(String path) {
        Response unknown = given().get("/nothing");
        Response internal = given().get(path);

        assertThat(internal.statusCode()).isEqualTo(404);
        assertThat(internal.asString()).isEqualTo(unknown.asString());
        assertThat(given().post(path).statusCode()).isEqualTo(404);
    }

    /** What the world calls at this path is nobody's where neighbours call. */
    public static void areUnknownToNeighbours(String path) {
        assertThat(internally().get(path).statusCode()).isEqualTo(404);
    }

    /** Sends each as it stands: a well-behaved client would tidy it first. */
    public static void refuseAmbiguousPaths() {
        assertThat(AmbiguousPaths.all())
                .allSatisfy(path ->
                        assertThat(answer(path))
                                .startsWith("HTTP/1.1 400 ")
                                .contains("/errors/path-ambiguous\""));
    }

    private static String answer(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            String request = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(path).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asks each for what browsers are told not to guess. */
    public static void areTakenForWhatTheySay() {
        assertThat(all())
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.request(given()).header("X-Content-Type-Options"))
                                .isEqualTo("nosniff"));
    }

    /**
     * The addresses whose answers pages of other origins may read, Fetch §3.2.3: all such pages,
     * asked by one or not, and by the preflight as by the request.
     */
    public static Set<String> openToOtherOrigins() {
        return all().filter(Endpoint::isOpenToOtherOrigins)
                .map(Endpoint::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Endpoint> all() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method ->
                        Stream.of(method.getAnnotations())
                                .flatMap(each ->
                                        Optional.ofNullable(
                                                each.annotationType()
                                                        .getAnnotation(HttpMethod.class))
                                                .stream())
                                .map(verb -> Endpoint.of(verb.value(), method)));
    }

    private record Endpoint(String verb, String path, String consumed) {
        static Endpoint of(String verb, Method method) {
            String path =
                    method.getDeclaringClass().getAnnotation(Path.class).value()
                            + Optional.ofNullable(method.getAnnotation(Path.class))
                                    .map(Path::value)
                                    .map(it -> it.startsWith("/") ? it : "/" + it)
                                    .orElse("");
            String consumed =
                    Stream.of(
                                    method.getAnnotation(Consumes.class),
                                    method.getDeclaringClass().getAnnotation(Consumes.class))
                            .filter(each -> each != null)
                            .findFirst()
                            .map(each -> each.value()[0])
                            .orElse("application/x-www-form-urlencoded");
            return new Endpoint(verb, path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "1"), consumed);
        }

        /**
         * What is not opened is answered in JSON, or with a page of the endpoint's own; only that
         * of refusals brings its style along.
         */
        private boolean isPageForAProgram(Response answer) {
            return !verb.equals(HttpMethod.GET) && answer.asString().contains("<style>");
        }

        boolean isOpenToOtherOrigins() {
            RequestSpecification elsewhere = given().header("Origin", "https://spa.example");
            Optional<String> asked = whoMayRead(request(elsewhere));
            Optional<String> opened = whoMayRead(request(given()));
            Optional<String> preflight =
                    whoMayRead(
                            given().header("Origin", "https://spa.example")
                                    .header("Access-Control-Request-Method", verb)
                                    .options(path));

            assertThat(List.of(asked, opened, preflight))
                    .as("%s", this)
                    .isIn(
                            Collections.nCopies(3, Optional.of("*")),
                            Collections.nCopies(3, Optional.empty()));
            return asked.isPresent();
        }

        private static Optional<String> whoMayRead(Response answer) {
            return Optional.ofNullable(answer.header("Access-Control-Allow-Origin"));
        }

        private Response request(RequestSpecification how) {
            return how.redirects().follow(false).contentType(consumed).request(verb, path);
        }

        void answersWhateverIsPreferred() {
            for (String wish : ODD_WISHES) {
                Response answer = request(given().header("Accept", wish));

                assertThat(answer.statusCode()).as("%s, Accept: %s", this, wish).isNotEqualTo(406);
                assertThat(isPageForAProgram(answer)).as("%s, Accept: %s", this, wish).isFalse();
                assertThat(Optional.ofNullable(answer.contentType()).orElse(""))
                        .as("%s, Accept: %s", this, wish)
                        .doesNotContain("octet-stream", "text/plain", "xml", "png");
            }
        }
    }
}
