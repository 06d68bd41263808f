// A relying party on openid-client, which others wrote and certified. Says "ok" and a name for each thing that it tried.
import assert from 'node:assert/strict';
import dns from 'node:dns';
import * as client from 'openid-client';

// a browser knows that these are this machine; a resolver may not
const lookup = dns.lookup;
dns.lookup = (host, options, answer) =>
  lookup(host.endsWith('.localhost') ? '127.0.0.1' : host, options, answer);

const { here, there, application, machine, cookie, back } = JSON.parse(process.env.ONDINE_PEER);
const insecure = { execute: [client.allowInsecureRequests] };
const scope = 'openid profile email own:read';

async function tried(name, work) {
  await work();
  console.log('ok ' + name);
}

async function refused(error, work) {
  await assert.rejects(work, (thrown) => {
    assert.equal(thrown.error ?? thrown.code, error, String(thrown.cause ?? thrown));
    return true;
  });
}

/** What a browser does: asks, agrees on the page of consent, and is led back. */
async function browse(address, scopes) {
  const asked = await fetch(address, { redirect: 'manual', headers: { cookie } });
  const next = new URL(asked.headers.get('location'), address);
  if (String(next).startsWith(back)) return next;
  const body = new URLSearchParams({ client_id: application.id, state: next.searchParams.get('state') });
  scopes.split(' ').forEach((one) => body.append('scope', one));
  const agreed = await fetch(new URL('/oauth2/authorize', address), { method: 'POST', body, headers: { cookie } });
  const led = /url=([^"]+)"/.exec(await agreed.text())[1].replaceAll('&amp;', '&');
  return new URL(led);
}

let config, tokens, callback, checks;

await tried('discovery', async () => {
  config = await client.discovery(
    new URL(here), application.id, undefined, client.ClientSecretBasic(application.secret), insecure);
  assert.equal(config.serverMetadata().issuer, here);
});

await tried('code and PKCE', async () => {
  checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
    idTokenExpected: true,
  };
  callback = await browse(client.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  }), scope);
  tokens = await client.authorizationCodeGrant(config, callback, checks);
  assert.equal(tokens.claims().iss, here);
  assert.ok(tokens.claims().email);
});

await tried('refresh', async () => {
  const fresh = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(fresh.refresh_token, tokens.refresh_token);
  fresh.former = tokens.refresh_token;
  tokens = fresh;
});

await tried('reuse of a refresh token ends the family', async () => {
  await refused('invalid_grant', () => client.refreshTokenGrant(config, tokens.former));
  await refused('invalid_grant', () => client.refreshTokenGrant(config, tokens.refresh_token));
});

await tried('reuse of a code', () =>
  refused('invalid_grant', () => client.authorizationCodeGrant(config, callback, checks)));

const key = await crypto.subtle.importKey(
  'jwk', machine.key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
const asMachine = (issuer) => client.discovery(
  new URL(issuer), machine.id, undefined, client.PrivateKeyJwt({ key, kid: machine.key.kid }), insecure);
let access, program;

await tried('client_credentials with private_key_jwt', async () => {
  program = await asMachine(here);
  access = (await client.clientCredentialsGrant(program, { scope: 'readings:write' })).access_token;
  assert.equal((await client.tokenIntrospection(program, access)).active, true);
});

await tried('audience: the token opens its own interface, and no other', async () => {
  const push = (origin) => fetch(origin + '/api/v1/readings', {
    method: 'POST',
    body: '{"readings":[{"meter":"nobody","readOn":"2026-01-01","litres":1}]}',
    headers: {
      authorization: 'Bearer ' + access,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
  });
  assert.equal((await push(here)).status, 200);
  assert.equal((await push(there)).status, 401);
});

await tried('revocation', async () => {
  await client.tokenRevocation(program, access);
  assert.equal((await client.tokenIntrospection(program, access)).active, false);
});

await tried('issuer: a program is nobody at another utility', async () => {
  const elsewhere = await asMachine(there);
  await refused('invalid_client', () => client.clientCredentialsGrant(elsewhere, {}));
  const other = await client.discovery(
    new URL(there), application.id, undefined, client.ClientSecretBasic(application.secret), insecure);
  await refused('OAUTH_INVALID_RESPONSE', () => client.authorizationCodeGrant(other, callback, checks));
});
