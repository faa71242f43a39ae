package guichet.kit.foreign;

import java.math.BigInteger;

/**
 * Which RSA keys of others are used. To check a signature takes as long as modulus and exponent
 * want it to, and strangers choose both: of what nobody has, a few requests would keep a processor
 * busy for minutes.
 */
public final class RsaBounds {
    /** Bits of the modulus, RFC 7518 §3.3. */
    public static final int SHORTEST = 2048;

    /** Bits of the modulus. */
    public static final int LONGEST = 8192;

    /** Bits of the exponent, which is 65537 nearly always: FIPS 186-5 §5.4 has no smaller one. */
    public static final int LONGEST_EXPONENT = 17;

    private RsaBounds() {}

    /** Whether a key with this modulus is neither guessed nor takes too long. */
    public static boolean allowModulus(BigInteger modulus) {
        return modulus.bitLength() >= SHORTEST && modulus.bitLength() <= LONGEST;
    }

    /** Whether a key may have this exponent: odd, and no larger than 17 bits. */
    public static boolean allowExponent(BigInteger exponent) {
        return exponent.testBit(0)
                && exponent.bitLength() > 1
                && exponent.bitLength() <= LONGEST_EXPONENT;
    }
}
