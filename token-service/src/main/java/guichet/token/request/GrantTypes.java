package guichet.token.request;

import jakarta.inject.Singleton;

/** What is done for each grant type. */
@Singleton
record GrantTypes(
        AuthorizationCodeGrant authorizationCode,
        PasswordGrant password,
        ClientCredentialsGrant clientCredentials,
        RefreshTokenGrant refreshToken) {}
