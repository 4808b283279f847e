using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DermSchedule.Tests.Files;

/// <summary>
/// Small pictures, and what hides in large ones. Those that only an encoder can make are written down as they came out of one; everything else is built
/// here, byte by byte.
/// </summary>
public static class TestPictures
{
    /// <summary>Hidden wherever a file has room for words; must never be seen again.</summary>
    public const string Canary = "ZqGpsCanary";

    /// <summary>What virus scanners find, in two halves so that none finds this file.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>A baseline JPEG of 32 × 16 pixels: red and green above, blue and white below.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB" +
        "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAQACADAREAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEG" +
        "E1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5us" +
        "LDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEI" +
        "FEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyM" +
        "nK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD50r8MP9UwoA7CvFP+fkKAPlKv94D97CgD+luv8rD7gKAP/9k=");

    /// <summary>The same in several scans.</summary>
    public static readonly byte[] ProgressiveJpeg = Convert.FromBase64String(
        "/9j/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB" +
        "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAQACADAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAcFCf/EABkBAQACAwAAAAAAAAAAAAAAAAAGCAQFCf/aAAwDAQACEAMQAAAB" +
        "nMFtSNjC5+CU3wnw6W1W3g//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAEFAg//xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oACAEDAQE/AQ//xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oACAECAQ" +
        "E/AQ//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAY/Ag//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAE/IQ//2gAMAwEAAgADAAAAEP8A9KT/xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oA" +
        "CAEDAQE/EA//xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oACAECAQE/EA//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAE/EA//2Q==");

    /// <summary>The same in four inks.</summary>
    public static readonly byte[] CmykJpeg = Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/8AAFAgAEAAgBEMRAE0RAFkRAEsRAP/EAB" +
        "8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZH" +
        "SElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASw" +
        "AAPwD3+vEK8Kr3+iiiivkqvu6q9JRRRRXK18U19+UtFFFFfbtfalNooooor//Z");

    /// <summary>The same as a lossy WebP.</summary>
    public static readonly byte[] Webp = Convert.FromBase64String(
        "UklGRiIBAABXRUJQVlA4WAoAAAAIAAAAHwAADwAAVlA4IEIAAAAwAgCdASogABAAAgA0JaACdLwJ4B+EAEFsAAD+9kc//+vuD/yBlDID/+QH//kB+P2pre/7HVf//avobZvGkRYgAABFWElGugAAAE" +
        "V4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAH" +
        "AAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAAAgAAAAA6AEAAEAAAAQAAAAAAAAAA==");

    /// <summary>The same without loss.</summary>
    public static readonly byte[] LosslessWebp = Convert.FromBase64String(
        "UklGRg4BAABXRUJQVlA4WAoAAAAIAAAAHwAADwAAVlA4TC0AAAAvH8ADAB8gEEjyt5h0DQFBkf+j7f/8B5tVgCDbZpKTnOQBLhDR/1Ddth9A1Q8ARVhJRroAAABFeGlmAABJSSoACAAAAAYAEgEDAA" +
        "EAAAABAAAAGgEFAAEAAABWAAAAGwEFAAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQID" +
        "AACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAIAAAAAOgBAABAAAAEAAAAAAAAAA=");

    /// <summary>The same, half transparent, with an extended header.</summary>
    public static readonly byte[] TransparentWebp = Convert.FromBase64String(
        "UklGRjQBAABXRUJQVlA4WAoAAAAYAAAAHwAADwAAQUxQSAoAAAABB1DAiAhERP8DVlA4IEIAAAAwAgCdASogABAAAgA0JaACdLwJ4B+EAEFsAAD+9kc//+vuD/yBlDID/+QH//kB+P2pre/7HVf//a" +
        "vobZvGkRYgAABFWElGugAAAEV4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMA" +
        "AOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAAAgAAAAA6AEAAEAAAAQAAAAAAAAAA==");

    /// <summary>Two pictures, one after the other.</summary>
    public static readonly byte[] MovingWebp = Convert.FromBase64String(
        "UklGRoIBAABXRUJQVlA4WAoAAAAKAAAADwAADwAAQU5JTQYAAAD/////AABBTk1GSAAAAAAAAAAAAA8AAA8AAGQAAAJWUDggMAAAANABAJ0BKhAAEAACADQloAJ0ugH4AAOwAP7wxAv/ILlhdcjX/y" +
        "A/5Af8gP/48gAAAEFOTUZEAAAAAAAAAAAADwAADwAAZAAAAFZQOCAsAAAAlAEAnQEqEAAQAAAANCWgAnS6AAOYAP75k2//kB//kB//kB//ID/iF3sgMABFWElGugAAAEV4aWYAAElJKgAIAAAABgAS" +
        "AQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAA" +
        "ABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAAAQAAAAA6AEAAEAAAAgAAAAAAAAAA==");

    /// <summary>As a phone stores it, with EXIF that says where: <c>ZqGpsCanary</c>.</summary>
    public static readonly byte[] Heic = Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAACAAEAAAAExpbG9jAQ" +
        "AAAERAAAMAAQAAAAAAAAIJAAEAAAAAAAABTQACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAADVgABAAAAAAAAAPgAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA" +
        "AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANlpcHJwAAAAt2lwY28AAAB3aHZjQwEECAAAAAAAAAAAAB7wAPz/+PgAAA8DIAABABdAAQwB//8ECAAAAwCeOAAAAwAAHroCQCEAAQAqQg" +
        "EBBAgAAAMAnjgAAAMAAB6QBBAgst1V01zcCAgYEAAAAwAQAAADABCAIgABAAhEAcFzGDAYkAAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAIAAAABAAAAAQcGl4aQAAAAADCAgIAAAA" +
        "GmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAoaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAA5jZHNjAAMAAQACAAACTW1kYXQAAAFJKAGvBjIdzbqwXUH5Pb1c///oXfQ+dikvyt0vXw+R9GX//0XwHY" +
        "Na8/kcsfqUf/f/kkK+wH5Hlf7o/YwGgIsAExuf6FA8LMLTtXMjydvZUppAxIovwkS1Z60apJPty8wg8vsPmFMmYj4amT6hIqZkPWRAn26cvSxgrxL4PH7nRz3XkDetxALHHzvZbn/7z93JxL4cAvnA" +
        "R0i3/vNDwc9IASiv40ygexfVhsJEArpqBf59ZzxYM4neRyocyExCFttPYxULErnlrvhi5iRldns1bT1MIdDYSuFcYmEBTaUPkJ7M41PtRgGHBvgOBgYk0NbeXN8+J7IC1NxaRCT893gI9e9h2UEwZw" +
        "0AGkD2fCNFegF3bLu1zqzyxHUlPXVa6yf9HZGj7IES1lHhZYdp3PkcuzUV2+B5zS/6NcVPjfxcyCfTKy3wmYYdqtQAAAAGRXhpZgAATU0AKgAAAAgABwEOAAIAAAAUAAAAYgESAAMAAAABAAEAAAEa" +
        "AAUAAAABAAAAdgEbAAUAAAABAAAAfgEoAAMAAAABAAIAAIdpAAQAAAABAAAAhoglAAQAAAABAAAAyAAAAABacUdwc0NhbmFyeTQwLjcxMjhOAAAAAEgAAAABAAAASAAAAAEABZAAAAcAAAAEMDIxMK" +
        "AAAAcAAAAEMDEwMKABAAMAAAAB//8AAKACAAQAAAABAAAAIKADAAQAAAABAAAAEAAAAAAAAQASAAIAAAAUAAAA2gAAAABacUdwc0NhbmFyeTQwLjcxMjhOAA==");

    /// <summary>A relative of HEIC that is not taken.</summary>
    public static readonly byte[] Avif = Convert.FromBase64String(
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAA" +
        "EAAAAAAAAALAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAgAAAAEAAA" +
        "ABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAADRtZGF0EgAKCRgQ/+wQICBoQDIdRgAAABTmKYEC7l7/aJh91OshpOXHxj5mvakEX6A=");

    /// <summary>The JPEG with segments behind its first two bytes.</summary>
    public static byte[] JpegWith(params byte[][] segments) => [.. Jpeg.AsSpan(0, 2), .. segments.SelectMany(segment => segment), .. Jpeg.AsSpan(2)];

    /// <summary>An application segment or comment of a JPEG.</summary>
    public static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)((content.Length + 2) & 0xFF), .. content];

    public static byte[] Exif(byte[] tiff) => Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);

    /// <summary>TIFF block that says which side is up, and where the canary sings.</summary>
    public static byte[] Tiff(int orientation, string words = Canary)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(words), 0];
        var block = new byte[38 + text.Length];
        byte[] head = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 2];
        head.CopyTo(block, 0);
        Entry(block.AsSpan(10), 0x010E, 2, text.Length, 38);
        Entry(block.AsSpan(22), 0x0112, 3, 1, orientation << 16);
        text.CopyTo(block, 38);
        return block;
    }

    /// <summary>A PNG of one colour, with chunks behind its header.</summary>
    public static byte[] Png(int width = 32, int height = 16, int bits = 8, params byte[][] chunks)
    {
        var line = new byte[1 + (width * 3 * bits / 8)];
        line.AsSpan(1).Fill(0x60);
        using var packed = new MemoryStream();

        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zip.Write(line);
            }
        }

        return PngOf(width, height, bits, packed.ToArray(), chunks);
    }

    /// <summary>A PNG that claims a size, whatever its pixels are.</summary>
    public static byte[] PngOf(int width, int height, int bits, byte[] pixels, params byte[][] chunks)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)bits, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. chunks.SelectMany(chunk => chunk), .. Chunk("IDAT", pixels), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
        return chunk;
    }

    public static byte[] Zipped(byte[] content)
    {
        using var packed = new MemoryStream();

        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The transparent WebP with one more chunk at its end, counted in its size.</summary>
    public static byte[] WebpWith(string name, byte[] content, byte flag)
    {
        byte[] whole = [.. TransparentWebp, .. Encoding.ASCII.GetBytes(name), .. BitConverter.GetBytes(content.Length), .. content, .. new byte[content.Length & 1]];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        whole[20] |= flag;
        return whole;
    }

    /// <summary>A real archive with one entry.</summary>
    public static byte[] Zip()
    {
        using var bytes = new MemoryStream();

        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("Evil.class").Open();
            entry.Write(Encoding.ASCII.GetBytes(Canary));
        }

        return bytes.ToArray();
    }

    public static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    public static bool Sings(ReadOnlySpan<byte> bytes) => bytes.IndexOf("ZqGpsCanary"u8) >= 0;

    private static void Entry(Span<byte> place, ushort tag, ushort type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(place, tag);
        BinaryPrimitives.WriteUInt16BigEndian(place[2..], type);
        BinaryPrimitives.WriteInt32BigEndian(place[4..], count);
        BinaryPrimitives.WriteInt32BigEndian(place[8..], value);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;

        foreach (var one in bytes)
        {
            crc ^= one;

            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
