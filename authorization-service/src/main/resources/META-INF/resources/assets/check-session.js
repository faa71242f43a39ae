/*
 * Answers applications that frame /session/check, OpenID Connect Session Management 1.0 §3.2: the
 * message is "client_id session_state", the answer "unchanged", "changed" or "error".
 *
 * SHA-256 (FIPS 180-4) is written out because crypto.subtle is missing where a page around this one
 * came over plain http. It protects nothing here: it only repeats what the server computed.
 */
(function () {
  "use strict";

  var COOKIE = /(?:^|; )(?:__Host-)?guichet_state=([^;]*)/;
  var MESSAGE = /^(.+) ([0-9a-f]{64})\.([0-9a-f]+)$/;

  /** The first 32 bits of the fractions of the roots of the first primes: exponent 2 or 3. */
  function constants(count, exponent) {
    var found = [];
    for (var candidate = 2; found.length < count; candidate++) {
      var isPrime = true;
      for (var factor = 2; factor * factor <= candidate; factor++) {
        if (candidate % factor === 0) {
          isPrime = false;
        }
      }
      if (isPrime) {
        var root = Math.pow(candidate, 1 / exponent);
        found.push(((root - Math.floor(root)) * 4294967296) | 0);
      }
    }
    return found;
  }

  var INITIAL = constants(8, 2);
  var ROUNDS = constants(64, 3);

  function rotate(word, by) {
    return (word >>> by) | (word << (32 - by));
  }

  function bytesOf(text) {
    var encoded = unescape(encodeURIComponent(text));
    var bytes = [];
    for (var i = 0; i < encoded.length; i++) {
      bytes.push(encoded.charCodeAt(i));
    }
    return bytes;
  }

  function padded(bytes) {
    var bits = bytes.length * 8;
    var all = bytes.concat([0x80]);
    while (all.length % 64 !== 56) {
      all.push(0);
    }
    for (var shift = 56; shift >= 0; shift -= 8) {
      all.push(Math.floor(bits / Math.pow(2, shift)) & 0xff);
    }
    return all;
  }

  function schedule(bytes, start) {
    var words = [];
    for (var i = 0; i < 64; i++) {
      if (i < 16) {
        var at = start + i * 4;
        words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      } else {
        var a = words[i - 15];
        var b = words[i - 2];
        var s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
        var s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
        words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
      }
    }
    return words;
  }

  function compress(hash, words) {
    var s = hash.slice();
    for (var i = 0; i < 64; i++) {
      var s1 = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25);
      var choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
      var t1 = (s[7] + s1 + choice + ROUNDS[i] + words[i]) | 0;
      var s0 = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22);
      var majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
      s = [(t1 + s0 + majority) | 0, s[0], s[1], s[2], (s[3] + t1) | 0, s[4], s[5], s[6]];
    }
    return hash.map(function (word, i) {
      return (word + s[i]) | 0;
    });
  }

  function sha256(text) {
    var bytes = padded(bytesOf(text));
    var hash = INITIAL;
    for (var start = 0; start < bytes.length; start += 64) {
      hash = compress(hash, schedule(bytes, start));
    }
    return hash
      .map(function (word) {
        return ("0000000" + (word >>> 0).toString(16)).slice(-8);
      })
      .join("");
  }

  function browserState() {
    var found = COOKIE.exec(document.cookie);
    return found ? found[1] : "";
  }

  function answer(message, origin) {
    var parts = typeof message === "string" ? MESSAGE.exec(message) : null;
    if (!parts) {
      return "error";
    }
    var now = sha256([parts[1], origin, browserState(), parts[3]].join(" "));
    return now === parts[2] ? "unchanged" : "changed";
  }

  window.addEventListener("message", function (event) {
    // To who asked and to nobody else; a page without an origin of its own has none to be told at.
    if (event.source && event.origin && event.origin !== "null") {
      event.source.postMessage(answer(event.data, event.origin), event.origin);
    }
  });
})();
