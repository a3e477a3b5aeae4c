using System.Text;

namespace Segmentation;

/// <summary>Finds a file's encoding from its bytes.</summary>
internal static class EncodingDetection
{
    private const int HeadSize = 4096;

    /// <summary>Reads the whole rest of the stream and puts it back to where it was.</summary>
    /// <returns>An encoding that refuses what it cannot decode, and how the report calls it.</returns>
    /// <exception cref="DataException">The stream is UTF-32 or binary.</exception>
    public static (Encoding Encoding, string Name) Detect(Stream stream, string source)
    {
        long start = stream.Position;
        byte[] head = new byte[HeadSize];
        int length = stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        ThrowIfUtf32(head.AsSpan(0, length), source);
        (Encoding, string) found = FromMark(head.AsSpan(0, length)) ?? FromZeros(head.AsSpan(0, length)) ?? FromAllBytes(stream, start, source);
        stream.Position = start;
        return found;
    }

    /// <summary>The same encoding, refusing what it cannot decode instead of replacing it.</summary>
    public static Encoding Strict(Encoding encoding)
    {
        Encoding strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    /// <summary>What a file is that holds NUL characters or others that no text has.</summary>
    public static DataException Binary(string source) =>
        new(source, null, "is a binary file, not text; a customer file is CSV or TSV (a spreadsheet can save one).");

    /// <summary>Its little-endian mark begins with that of UTF-16.</summary>
    private static void ThrowIfUtf32(ReadOnlySpan<byte> head, string source)
    {
        string? name = head switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "UTF-32 LE",
            [0, 0, 0xFE, 0xFF, ..] => "UTF-32 BE",
            _ => null,
        };
        if (name is not null)
        {
            throw new DataException(source, null, $"is {name}, which is not read unless Encoding is set to it; save the file as UTF-8.");
        }
    }

    private static (Encoding, string)? FromMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Strict(Encoding.UTF8), "UTF-8 with a byte-order mark"),
        [0xFF, 0xFE, ..] => (Strict(Encoding.Unicode), "UTF-16 LE with a byte-order mark"),
        [0xFE, 0xFF, ..] => (Strict(Encoding.BigEndianUnicode), "UTF-16 BE with a byte-order mark"),
        _ => null,
    };

    /// <summary>Text in UTF-16 is mostly Latin letters, digits and delimiters: every other byte is zero.</summary>
    private static (Encoding, string)? FromZeros(ReadOnlySpan<byte> head)
    {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.Length; i++)
        {
            (even, odd) = head[i] != 0 ? (even, odd) : i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        int half = head.Length / 2;
        return half == 0 ? null
            : even == 0 && odd > 0.7 * half ? (Strict(Encoding.Unicode), "UTF-16 LE")
            : odd == 0 && even > 0.7 * half ? (Strict(Encoding.BigEndianUnicode), "UTF-16 BE")
            : null;
    }

    private static (Encoding, string) FromAllBytes(Stream stream, long start, string source)
    {
        Encoding utf8 = Strict(Encoding.UTF8);
        Decoder decoder = utf8.GetDecoder();
        byte[] buffer = new byte[1 << 16];
        char[] decoded = new char[utf8.GetMaxCharCount(buffer.Length)];
        bool valid = true;
        bool control = false;
        int read;
        stream.Position = start;
        while ((read = stream.Read(buffer)) > 0)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, read);
            if (bytes.Contains((byte)0))
            {
                throw Binary(source);
            }

            control |= ContainsControl(bytes);
            valid = valid && Decodes(decoder, bytes, decoded, flush: false);
        }

        valid = valid && Decodes(decoder, [], decoded, flush: true);
        return valid ? (utf8, "UTF-8")
            : control ? throw Binary(source)
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252 (the file is not valid UTF-8)");
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, char[] decoded, bool flush)
    {
        try
        {
            decoder.GetChars(bytes, decoded, flush);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Control characters that no text has: all below the blank but tab, line breaks, form feed, end of file and escape.</summary>
    private static bool ContainsControl(ReadOnlySpan<byte> bytes) =>
        bytes.ContainsAnyInRange((byte)0x01, (byte)0x08) || bytes.ContainsAnyInRange((byte)0x0E, (byte)0x19)
        || bytes.ContainsAnyInRange((byte)0x1C, (byte)0x1F);
}
