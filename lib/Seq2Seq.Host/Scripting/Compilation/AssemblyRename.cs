using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>Gives a compiled assembly another name of the same length.</summary>
/// <remarks>
/// Cells that come from one template (see <see cref="SubmissionCompiler"/>) have one name, and a load context takes each name only once.
/// The name stands in the string heap of the metadata; nothing else counts on it: an assembly does not refer to itself.
/// </remarks>
internal static class AssemblyRename
{
    /// <summary>How many digits a name has to end in.</summary>
    public const int Digits = 9;

    /// <summary>Writes a number over the digits at the end of the assembly's name.</summary>
    public static void Number(byte[] image, int length, int number)
    {
        using var reader = new PEReader(new MemoryStream(image, 0, length, writable: false));
        var metadata = reader.GetMetadataReader();
        var name = metadata.GetAssemblyDefinition().Name;
        var start = reader.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.String) + metadata.GetHeapOffset(name);
        var end = start + metadata.GetString(name).Length;
        Encoding.ASCII.GetBytes(number.ToString("D" + Digits, CultureInfo.InvariantCulture), image.AsSpan(end - Digits, Digits));
    }
}
