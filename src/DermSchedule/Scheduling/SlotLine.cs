using System.Buffers.Text;

namespace DermSchedule.Scheduling;

/// <summary>
/// One free time as the contract writes it (<see cref="SlotOnTheWire"/>), put together in one buffer and written as a whole: an answer has hundreds
/// that differ in a few digits, and naming and escaping each of their members again costs several times more.
/// </summary>
/// <param name="text">At least <see cref="Longest"/> long.</param>
internal readonly ref struct SlotLine(Span<byte> text)
{
    public const int Longest = 160;

    private readonly Span<byte> text = text;

    /// <param name="slot">The time.</param>
    /// <param name="startOffset">Of the wall clock from UTC at its start, in minutes.</param>
    /// <param name="endOffset">The same at its end.</param>
    /// <returns>A JSON object; valid until the next call.</returns>
    public ReadOnlySpan<byte> Of(in FreeSlot slot, int startOffset, int endOffset)
    {
        var length = Put("{\"start\":\""u8, 0);
        length += WireTime.Of(slot.StartMinute, startOffset, text[length..]).Length;
        length = Put("\",\"end\":\""u8, length);
        length += WireTime.Of(slot.EndMinute, endOffset, text[length..]).Length;
        length = Put("\",\"providerId\":\""u8, length);
        _ = Utf8Formatter.TryFormat(slot.ProviderId.Value, text[length..], out var written);
        return text[..Put("\"}"u8, length + written)];
    }

    private int Put(ReadOnlySpan<byte> part, int at)
    {
        part.CopyTo(text[at..]);
        return at + part.Length;
    }
}
