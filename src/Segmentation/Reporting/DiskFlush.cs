using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Segmentation;

/// <summary>
/// Forces what was written to the disk, and says so when the disk refuses. <see cref="FileStream.Flush(bool)"/> and
/// <see cref="RandomAccess.FlushToDisk"/> swallow that error, and Linux reports it once only, so neither may be called
/// before the check here.
/// </summary>
internal static class DiskFlush
{
    private const int Interrupted = 4;

    /// <exception cref="IOException">The operating system could not write the file to the disk.</exception>
    public static void File(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
        {
            if (!FlushFileBuffers(handle))
            {
                throw ErrorOf(Marshal.GetLastPInvokeError());
            }

            return;
        }

        ForceOnUnix(handle);
        if (OperatingSystem.IsMacOS())
        {
            RandomAccess.FlushToDisk(handle);   // there fsync stops at the drive's cache; this goes on to the medium
        }
    }

    /// <summary>
    /// Forces a folder's entries, so that a rename survives a power cut. Windows has no such call: NTFS journals names.
    /// </summary>
    /// <exception cref="IOException">The operating system could not write the folder to the disk.</exception>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = OpenForReading(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (descriptor < 0)
        {
            return;   // one may write into a folder that one may not read; its entries reach the disk a little later
        }

        using SafeFileHandle folder = new(descriptor, ownsHandle: true);
        ForceOnUnix(folder);
    }

    /// <summary>
    /// Whether the error means "nothing to force here": pipes, devices and some network and FUSE file systems answer
    /// EINVAL, ENOTSUP or ENOSYS. Nothing was lost, so it is no reason to refuse to write there.
    /// </summary>
    public static bool IsUnsupported(int error) => error is 22 or 38 or 45 or 78 or 95 or 102;

    private static void ForceOnUnix(SafeFileHandle handle)
    {
        while (FSync(handle) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == Interrupted)
            {
                continue;
            }

            if (IsUnsupported(error))
            {
                return;
            }

            throw ErrorOf(error);
        }
    }

    private static IOException ErrorOf(int error) => new(new Win32Exception(error).Message);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(SafeFileHandle descriptor);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenForReading(byte[] path, int readOnly);

    [DllImport("kernel32", EntryPoint = "FlushFileBuffers", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool FlushFileBuffers(SafeFileHandle handle);
}
