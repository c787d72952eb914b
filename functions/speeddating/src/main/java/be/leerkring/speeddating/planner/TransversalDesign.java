package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rounds from a finite ring with as many elements as there are tables: point (x, y) sits in round m
 * at table y + m·x. Two points of different columns x meet exactly once if the difference of the
 * columns is a unit; two points of one column never meet. Over a field this is the affine plane
 * (Bose 1938), and if the seats divide the number of tables, the columns make one round more;
 * over a product of fields it is MacNeish's construction (1922).
 */
final class TransversalDesign {

    private TransversalDesign() {}

    static Optional<Design> of(int tables, int seats, int rounds) {
        List<FiniteField> fields = fields(tables);
        int columns = fields.stream().mapToInt(FiniteField::order).min().orElse(0);
        int possible = tables % seats == 0 ? tables + 1 : tables;
        if (seats > columns || rounds > possible) {
            return Optional.empty();
        }
        int[][] table = new int[rounds][tables * seats];
        for (int round = 0; round < rounds; round++) {
            for (int point = 0; point < tables * seats; point++) {
                table[round][point] = round == tables
                        ? point / seats
                        : line(fields, round, point / tables, point % tables);
            }
        }
        return Optional.of(new Design(table));
    }

    /** The element y + m·x, where every number stands for its remainders' elements, field by field. */
    private static int line(List<FiniteField> fields, int slope, int column, int element) {
        int sum = 0;
        int place = 1;
        for (FiniteField field : fields) {
            int order = field.order();
            sum += place * field.sum(element % order, field.product(slope % order, column));
            place *= order;
            slope /= order;
            element /= order;
        }
        return sum;
    }

    private static List<FiniteField> fields(int order) {
        List<FiniteField> fields = new ArrayList<>();
        for (int prime = 2; order > 1; prime++) {
            int power = 1;
            int exponent = 0;
            while (order % prime == 0) {
                order /= prime;
                power *= prime;
                exponent++;
            }
            if (power > 1) {
                fields.add(new FiniteField(prime, exponent));
            }
        }
        return fields;
    }
}
