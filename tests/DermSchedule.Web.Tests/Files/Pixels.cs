using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DermSchedule.Web.Tests.Files;

/// <summary>Looks at pictures with the command line of libvips, as something that is not ours would.</summary>
internal static class Pixels
{
    public static async Task<(int Width, int Height)> SizeOf(ReadOnlyMemory<byte> picture)
    {
        var (width, height, _) = await Decode(picture, "");
        return (width, height);
    }

    /// <summary>The colours of the corners: above left, above right, below left, below right.</summary>
    public static async Task<string> CornersOf(ReadOnlyMemory<byte> picture, bool turned)
    {
        var (width, height, pixels) = await Decode(picture, turned ? "[autorotate]" : "");
        return string.Concat(Corner(2, 2), Corner(width - 3, 2), Corner(2, height - 3), Corner(width - 3, height - 3));

        char Corner(int x, int y)
        {
            var at = ((y * width) + x) * 3;
            return (pixels[at] > 128, pixels[at + 1] > 100, pixels[at + 2] > 128) switch
            {
                (true, true, true) => 'W',
                (true, false, false) => 'R',
                (false, true, false) => 'G',
                (false, false, true) => 'B',
                _ => '?',
            };
        }
    }

    private static async Task<(int Width, int Height, byte[] Pixels)> Decode(ReadOnlyMemory<byte> picture, string options)
    {
        var folder = Directory.CreateTempSubdirectory("derm-pixels-");

        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "picture"), Path.Combine(folder.FullName, "pixels.ppm"));
            await File.WriteAllBytesAsync(from, picture.ToArray());
            using var vips = Process.Start("vips", ["colourspace", from + options, to, "srgb"]);
            await vips.WaitForExitAsync();
            Xunit.Assert.Equal(0, vips.ExitCode);
            return Read(await File.ReadAllBytesAsync(to));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Width, int Height, byte[] Pixels) Read(byte[] ppm)
    {
        var at = 0;
        Word();
        var (width, height) = (int.Parse(Word(), CultureInfo.InvariantCulture), int.Parse(Word(), CultureInfo.InvariantCulture));
        Word();
        return (width, height, ppm[at..]);

        string Word()
        {
            var word = new StringBuilder();

            for (; ppm[at] > ' ' || word.Length == 0; at++)
            {
                if (ppm[at] == '#')
                {
                    at = Array.IndexOf(ppm, (byte)'\n', at);
                }
                else if (ppm[at] > ' ')
                {
                    word.Append((char)ppm[at]);
                }
            }

            at++;
            return word.ToString();
        }
    }
}
