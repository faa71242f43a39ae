package guichet.registry.registration;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;

/** Tells the points of a curve from other numbers, which are nobody's public key. */
final class EllipticPoint {
    private static final int ED25519_OCTETS = 32;

    /** 2^255 - 19, RFC 8032 §5.1. */
    private static final BigInteger ED25519_PRIME =
            BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** -121665/121666 modulo the prime, RFC 8032 §5.1. */
    private static final BigInteger ED25519_D =
            BigInteger.valueOf(-121_665)
                    .multiply(BigInteger.valueOf(121_666).modInverse(ED25519_PRIME))
                    .mod(ED25519_PRIME);

    private EllipticPoint() {}

    /** Whether y² = x³ + ax + b over the field of the curve, SEC 1 §3.2.2.1. */
    static boolean isOn(ECParameterSpec curve, BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger right =
                x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    /** Whether there is an x for the y that is encoded, RFC 8032 §5.1.3. */
    static boolean isOnEd25519(byte[] encoded) {
        if (encoded.length != ED25519_OCTETS) {
            return false;
        }
        BigInteger y = littleEndian(encoded).clearBit(255);
        BigInteger u = y.pow(2).subtract(BigInteger.ONE);
        BigInteger v = ED25519_D.multiply(y.pow(2)).add(BigInteger.ONE);
        BigInteger square = u.multiply(v.modInverse(ED25519_PRIME)).mod(ED25519_PRIME);
        return y.compareTo(ED25519_PRIME) < 0 && isSquare(square);
    }

    /** Euler's criterion. */
    private static boolean isSquare(BigInteger number) {
        BigInteger power = ED25519_PRIME.subtract(BigInteger.ONE).shiftRight(1);
        return number.signum() == 0 || number.modPow(power, ED25519_PRIME).equals(BigInteger.ONE);
    }

    private static BigInteger littleEndian(byte[] octets) {
        var reversed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            reversed[i] = octets[octets.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
