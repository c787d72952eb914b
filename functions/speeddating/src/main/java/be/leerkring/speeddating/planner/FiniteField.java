package be.leerkring.speeddating.planner;

/** The field with p^e elements, each a polynomial over the integers modulo p, written as a number in base p. */
final class FiniteField {

    private final int prime;
    private final int exponent;
    private final int order;
    private final int modulus;

    FiniteField(int prime, int exponent) {
        this.prime = prime;
        this.exponent = exponent;
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= prime;
        }
        order = power;
        modulus = irreducible();
    }

    int order() {
        return order;
    }

    int sum(int one, int other) {
        int sum = 0;
        for (int place = 1; place < order; place *= prime) {
            sum += place * ((one / place + other / place) % prime);
        }
        return sum;
    }

    int product(int one, int other) {
        return reduced(product(one, other, prime), modulus);
    }

    private static int product(int one, int other, int prime) {
        int product = 0;
        for (int i = 1; i <= one; i *= prime) {
            for (int j = 1; j <= other; j *= prime) {
                int digit = one / i % prime * (other / j % prime);
                product = plus(product, i * j, digit, prime);
            }
        }
        return product;
    }

    private static int plus(int sum, int place, int digit, int prime) {
        int old = sum / place % prime;
        return sum + place * ((old + digit) % prime - old);
    }

    private int reduced(int polynomial, int by) {
        int degree = 1;
        while (degree * prime <= by) {
            degree *= prime;
        }
        int lead = by / degree;
        for (int place = highestPlace(polynomial); place >= degree; place /= prime) {
            while (polynomial / place % prime != 0) {
                int digit = polynomial / place % prime;
                int times = timesToCancel(digit, lead);
                for (int i = 1; i <= by; i *= prime) {
                    polynomial = plus(polynomial, i * (place / degree), times * (by / i % prime), prime);
                }
            }
        }
        return polynomial;
    }

    private int timesToCancel(int digit, int lead) {
        int times = 1;
        while ((digit + times * lead) % prime != 0) {
            times++;
        }
        return times;
    }

    private int highestPlace(int polynomial) {
        int place = 1;
        while (place <= polynomial / prime) {
            place *= prime;
        }
        return place;
    }

    /** The first polynomial of this degree that none of lower degree divides. */
    private int irreducible() {
        for (int candidate = order; candidate < 2 * order; candidate++) {
            boolean divided = false;
            for (int divisor = prime; divisor < order && !divided; divisor++) {
                divided = reduced(candidate, divisor) == 0;
            }
            if (!divided) {
                return candidate;
            }
        }
        throw new IllegalStateException("No field of " + prime + "^" + exponent + " elements");
    }
}
