using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace PrivacyPortal.Components.SecondFactors;

/// <summary>The dark squares of a QR code as one SVG path: drawn by the page itself, so that the key is in no image and no address.</summary>
internal static class QrPath
{
    internal static (string Path, int Size) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            Row(path, code.ModuleMatrix[y], y);
        return (path.ToString(), code.ModuleMatrix.Count);
    }

    private static void Row(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x])
                x++;
            if (x > start)
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
        }
    }
}
