using System.Globalization;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device: <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() =>
            "[" + string.Join("x", Array.ConvertAll(Sizes, n => n.ToString(CultureInfo.InvariantCulture))) + $"], type = {dtype}, device = cpu";

        /// <summary>Text with the elements, or without.</summary>
        /// <param name="disamb">True for the elements, in the default style.</param>
        /// <param name="fltFormat">The format of floating-point numbers.</param>
        /// <param name="width">The longest line.</param>
        /// <param name="cultureInfo">The culture of numbers.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>Text in a style.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">The format of floating-point numbers.</param>
        /// <param name="width">The longest line.</param>
        /// <param name="cultureInfo">The culture of numbers.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style,
            string? fltFormat = null,
            int? width = null,
            CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            var now = PrintOptions.Current;
            var chosen = style == TensorStringStyle.Default ? now.Style : style;

            // As TorchSharp: the set float format holds for the Julia style only.
            var format = fltFormat ?? (chosen == TensorStringStyle.Julia ? now.FloatFormat : PrintOptions.Standard.FloatFormat);
            var options = now with
            {
                FloatFormat = format,
                Width = width ?? now.Width,
                Culture = cultureInfo ?? now.Culture,
                NewLine = newLine ?? now.NewLine,
            };
            return chosen switch
            {
                TensorStringStyle.Metadata => ToString(),
                TensorStringStyle.Numpy => TensorText.Numpy(this, options),
                TensorStringStyle.CSharp => TensorText.CSharp(this, options),
                _ => TensorText.Julia(this, options),
            };
        }
    }
}
