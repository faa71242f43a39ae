// An API of somebody's own: ISSUER=… IDENTIFIER=… SCOPE=… PORT=… node server.js
import { createServer } from 'node:http';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

const issuer = process.env.ISSUER ?? 'http://localhost:8080';
const identifier = process.env.IDENTIFIER ?? 'http://localhost:9100';
const scope = process.env.SCOPE ?? 'snacks:read';
const port = Number(process.env.PORT ?? 9100);

// Fetched once and again when a token names a key that is not among them.
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));

// What jose says when the issuer does not answer with keys: nothing that is wrong with the token.
const KEYS_AWAY = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT']);

/** What a good token says; throws when there is none. RFC 9068 section 4 says what to look at. */
async function claims(token) {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: identifier,
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  return payload;
}

/** RFC 6750 section 3: without a token there is nothing to find fault with. */
function refuse(response, status, error, description) {
  const fault = error ? `error="${error}", error_description="${quotable(description)}", ` : '';
  response.setHeader('WWW-Authenticate', `Bearer ${fault}scope="${scope}"`);
  response.writeHead(status).end(error && `${error}: ${description}\n`);
  if (error) {
    console.warn(`${status} ${error}: ${description}`);
  }
}

/** The characters that RFC 6750 section 3 allows; jose puts the names of claims in quotes. */
function quotable(text) {
  return text.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?');
}

createServer(async (request, response) => {
  const [, token] = /^Bearer ([^ ]+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) {
    refuse(response, 401);
    return;
  }
  try {
    const { scope: granted = '', sub } = await claims(token);
    if (!granted.split(' ').includes(scope)) {
      refuse(response, 403, 'insufficient_scope', `the token has not the scope ${scope}`);
      return;
    }
    response.end(`popcorn for ${sub}\n`);
  } catch (fault) {
    if (fault instanceof errors.JOSEError && !KEYS_AWAY.has(fault.code)) {
      refuse(response, 401, 'invalid_token', fault.message);
    } else {
      console.error('the keys of the issuer are not to be had:', fault);
      response.writeHead(503, { 'Retry-After': '2' }).end();
    }
  }
}).listen(port, '127.0.0.1', () => console.log(`listening on ${port}`));
