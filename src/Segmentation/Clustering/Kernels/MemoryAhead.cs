using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Segmentation;

/// <summary>
/// Asks the memory for what a loop will read soon. Loops that only stream through memory wait less: a pass over a
/// million rows of four features took two thirds of the time.
/// </summary>
internal static class MemoryAhead
{
    /// <summary>Bytes ahead of the loop: 1 to 8 kilobytes did about equally well.</summary>
    public const int Distance = 4096;

    private const int LineBytes = 64;

    /// <summary>Asks for what lies ahead of some numbers that are read now; an address beyond the array does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ask<T>(ref T start, int count)
        where T : unmanaged =>
        AskFor((byte*)Unsafe.AsPointer(ref start) + Distance, count * sizeof(T));

    /// <summary>Asks for some numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void AskFor<T>(ref T start, int count)
        where T : unmanaged =>
        AskFor((byte*)Unsafe.AsPointer(ref start), count * sizeof(T));

    /// <summary>An address that the collector has made stale in the meantime does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void AskFor(byte* start, int bytes)
    {
        if (Sse.IsSupported)
        {
            for (int offset = 0; offset < bytes; offset += LineBytes)
            {
                Sse.Prefetch0(start + offset);
            }
        }
    }
}
