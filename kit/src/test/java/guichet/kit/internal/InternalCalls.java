package guichet.kit.internal;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the service under test as neighbours do: at the listener that is theirs. */
public final class InternalCalls {
    private InternalCalls() {}

    /** A call by TLS that trusts the certificate of the tests and no other. */
    public static RequestSpecification internally() {
        var tls = SSLConfig.sslConfig().trustStore(trusted());
        return RestAssured.given()
                .config(RestAssuredConfig.config().sslConfig(tls))
                .baseUri("https://localhost")
                .port(port());
    }

    /** The same with the credential of a neighbour. */
    public static RequestSpecification internally(String credential) {
        return internally().header("Authorization", "Bearer " + credential);
    }

    /** The certificate that the service shows neighbours now, whoever vouches for it. */
    public static X509Certificate certificate() throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyServer()}, null);
        try (var socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port())) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    }

    /** To look at a certificate before it is trusted. */
    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static KeyStore trusted() {
        try (InputStream pem = Files.newInputStream(TestCertificate.pem())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "internal", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
