using System.Reflection;

namespace Segmentation;

/// <summary>The library's own version, as results name it.</summary>
internal static class LibraryVersion
{
    /// <summary>Such as "0.1.0".</summary>
    public static string Text { get; } = typeof(LibraryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
