package be.leerkring.registration.own;

import be.leerkring.registration.StaticTemplates;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * An address as a QR code (ISO/IEC 18004), for a template to print. Of the lowest level of correction, so that it has
 * few modules: on a screen nothing is torn off. Dark on light in either colour scheme, for not every scanner reads the
 * reverse, and with the margin of four modules that the standard asks for.
 *
 * @param address what it says
 * @param label what it is, for those who don't see it
 */
public record QrCode(String address, String label) implements Content {

    private static final int MARGIN = 4;

    /** The modules, margin left out. */
    ByteMatrix modules() {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + address, tooLong);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        var modules = modules();
        new StaticTemplates().ownQrCode(label, modules.getWidth() + 2 * MARGIN, path(modules)).writeTo(output);
    }

    /** One stroke for each run of dark modules, row by row. */
    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                var start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + MARGIN).append(' ').append(y + MARGIN)
                            .append('h').append(x - start).append("v1h-").append(x - start).append('z');
                }
            }
        }
        return path.toString();
    }
}
