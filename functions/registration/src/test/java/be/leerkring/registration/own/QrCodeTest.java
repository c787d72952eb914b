package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QrCodeTest {

    private static final String AWS = "https://abcdefghij.execute-api.eu-west-1.amazonaws.com/organiser/sessions/"
            + "industrie-circulair-2017-03/check-in?person=abcdefghijklmnopqrstuv";
    private static final int MODULE = 4;
    private static final int WHITE = 0xffffff;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    /** The picture as a scanner sees it, made from what is printed on the page. */
    private static String read(String svg) throws Exception {
        var width = Integer.parseInt(svg.replaceFirst("(?s).*viewBox=\"0 0 (\\d+) .*", "$1")) * MODULE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, WHITE);
        var run = RUN.matcher(svg);
        while (run.find()) {
            var left = Integer.parseInt(run.group(1)) * MODULE;
            var top = Integer.parseInt(run.group(2)) * MODULE;
            for (int y = top; y < top + MODULE; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + Integer.parseInt(run.group(3)) * MODULE, 0);
            }
        }
        var picture = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(picture))).getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {AWS, "http://localhost:8080/organiser/sessions/a/check-in?person=b", "x"})
    void whatIsPrintedIsRead(String address) throws Exception {
        var output = new StringOutput();
        new QrCode(address, "Code").writeTo(output);

        assertThat(read(output.toString())).isEqualTo(address);
    }

    @Test
    void anAddressAtAmazonTakesFewModules() {
        assertThat(new QrCode(AWS, "").modules().getWidth()).isLessThanOrEqualTo(45);
    }

    @Test
    void whatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> new QrCode("x".repeat(3000), "").modules())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xxx");
    }
}
