using System.Globalization;

namespace Seq2Seq.Tensors;

public static partial class TensorExtensionMethods
{
    /// <summary>Text with the elements.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers.</param>
    /// <param name="width">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">The culture of numbers.</param>
    /// <param name="style">The style.</param>
    public static string str(
        this torch.Tensor tensor,
        string? fltFormat = null,
        int? width = null,
        string? newLine = null,
        CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) =>
        Check(tensor).ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>Text with columns aligned and slices titled.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers.</param>
    /// <param name="width">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">The culture of numbers.</param>
    public static string jlstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Check(tensor).ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>Text in brackets, long dimensions shortened.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers.</param>
    /// <param name="width">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">The culture of numbers.</param>
    public static string npstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Check(tensor).ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>Text as an array initializer.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers.</param>
    /// <param name="width">The longest line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">The culture of numbers.</param>
    public static string cstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Check(tensor).ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, type and device.</summary>
    /// <param name="tensor">The tensor.</param>
    public static string metastr(this torch.Tensor tensor) => Check(tensor).ToString();
}
