// The certified client openid-client, driven by OpenidClientTest: node client.js SCENARIO ISSUER API.
// Where a person is needed it writes a line {"open": address} and reads a line with the address at
// which their browser left the issuer. Its last line is {"result": …} or {"refused": …}.
import { createInterface } from 'node:readline';
import { webcrypto } from 'node:crypto';
import * as client from 'openid-client';

const [scenario, issuer, api] = process.argv.slice(2);
const server = new URL(issuer);
const insecure = { execute: [client.allowInsecureRequests] };
const redirectUri = 'http://127.0.0.1:9999/cb';
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const write = (message) => console.log(JSON.stringify(message));

async function browse(address) {
  write({ open: address.href });
  return new URL((await answers.next()).value);
}

function register(metadata, authentication) {
  return client.dynamicClientRegistration(
    server,
    {
      client_name: 'openid-client',
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: ['http://127.0.0.1:9999/out'],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      ...metadata,
    },
    authentication,
    insecure,
  );
}

async function signIn(config, parameters = {}, checks = {}) {
  client.enableNonRepudiationChecks(config); // verify the ID token's signature, too
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email movies:read',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  });
  return client.authorizationCodeGrant(config, await browse(address), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
    ...checks,
  });
}

async function films(config, accessToken, path = '/my-movies') {
  const answer = await client.fetchProtectedResource(config, accessToken, new URL(path, api), 'GET');
  return answer.status;
}

function header(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url').toString());
}

async function signedIn(config, tokens) {
  const { sub } = tokens.claims();
  return {
    algorithm: header(tokens.id_token).alg,
    claims: tokens.claims(),
    userinfo: await client.fetchUserInfo(config, tokens.access_token, sub),
    films: await films(config, tokens.access_token),
  };
}

async function keyPair() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const jwk = await webcrypto.subtle.exportKey('jwk', publicKey);
  const { kty, crv, x, y } = jwk;
  return { key: privateKey, jwks: { keys: [{ kty, crv, x, y, kid: 'the-only', use: 'sig', alg: 'ES256' }] } };
}

const scenarios = {
  // OpenID Connect Core 1.0 §3.1, with the algorithm that clients get who register none.
  async 'code flow'() {
    const config = await register({}, client.ClientSecretBasic());
    return signedIn(config, await signIn(config));
  },

  async 'code flow, ES256'() {
    const config = await register({ id_token_signed_response_alg: 'ES256' });
    return signedIn(config, await signIn(config));
  },

  async 'code flow, public client'() {
    const config = await register(
      { token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'refresh_token'] },
      client.None(),
    );
    return signedIn(config, await signIn(config));
  },

  async 'private_key_jwt'() {
    const { key, jwks } = await keyPair();
    const config = await register(
      { token_endpoint_auth_method: 'private_key_jwt', jwks },
      client.PrivateKeyJwt({ key, kid: 'the-only' }),
    );
    return signedIn(config, await signIn(config));
  },

  // Found by discovery instead of by the answer to its own registration.
  async 'discovery'() {
    const registered = (await register({}, client.ClientSecretBasic())).clientMetadata();
    const config = await client.discovery(
      server,
      registered.client_id,
      registered.client_secret,
      client.ClientSecretBasic(registered.client_secret),
      insecure,
    );
    return signedIn(config, await signIn(config));
  },

  async 'max_age'() {
    const config = await register({});
    return signedIn(config, await signIn(config, { max_age: '3600' }, { maxAge: 3600 }));
  },

  async 'refresh'() {
    const config = await register({});
    const first = await signIn(config, { scope: 'openid offline_access movies:read', prompt: 'consent' });
    const second = await client.refreshTokenGrant(config, first.refresh_token);
    return {
      rotated: first.refresh_token !== second.refresh_token,
      subjects: [first.claims().sub, second.claims()?.sub ?? first.claims().sub],
      films: await films(config, second.access_token),
    };
  },

  // RFC 7662, RFC 7009.
  async 'introspection and revocation'() {
    const config = await register({});
    const { access_token: token } = await signIn(config);
    const before = await client.tokenIntrospection(config, token);
    await client.tokenRevocation(config, token);
    const after = await client.tokenIntrospection(config, token);
    return { before, after };
  },

  async 'client credentials'() {
    const config = await register({});
    const tokens = await client.clientCredentialsGrant(config, { scope: 'stats:read' });
    return { films: await films(config, tokens.access_token, '/stats_movies') };
  },

  // OpenID Connect RP-Initiated Logout 1.0 §2.
  async 'sign out'() {
    const config = await register({});
    const tokens = await signIn(config);
    const left = await browse(
      client.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token,
        post_logout_redirect_uri: 'http://127.0.0.1:9999/out',
        state: 'the-state',
      }),
    );
    return { left: left.href };
  },

  async 'wrong verifier'() {
    const config = await register({});
    return signIn(config, {}, { pkceCodeVerifier: client.randomPKCECodeVerifier() });
  },

  async 'another nonce'() {
    const config = await register({});
    return signIn(config, {}, { expectedNonce: client.randomNonce() });
  },

  async 'prompt none'() {
    const config = await register({});
    return signIn(config, { prompt: 'none' });
  },
};

try {
  write({ result: await scenarios[scenario]() });
} catch (refusal) {
  write({ refused: { name: refusal.constructor.name, error: refusal.error, code: refusal.code, message: refusal.message } });
}
process.exit();
