namespace Seq2Seq.Display;

/// <summary>Says which class formats values of the type it stands on.</summary>
/// <remarks>
/// .NET Interactive and our own host look for an attribute of this name in any namespace, so a type shows itself there
/// without a reference to either. It must stand on a class (on an interface it is ignored), and every preferred type needs
/// a formatter: .NET Interactive dies of a stack overflow on one that has none.
/// </remarks>
/// <param name="formatterSourceType">A class with a public parameterless constructor and CreateTypeFormatters().</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types a notebook asks for when it shows the value; without it, text/html alone.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
