using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>Writes a member as C# callers see it, in the notation of the lists beside this file.</summary>
/// <remarks>
/// <c>torch.</c> is dropped, nullable reference marks too; an enum's default is its number. Whether a method is virtual
/// is left out of the text: callers do not see it, and what may be overridden is compared by itself.
/// </remarks>
internal static class Signature
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"ctor({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo property => Property(property),
        FieldInfo { IsLiteral: true } constant => $"{constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo field => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name};",
        EventInfo happening => $"event {Name(happening.EventHandlerType!)} {happening.Name}",
        _ => throw new ArgumentException($"{member}: a method, constructor, property, field or event was expected.", nameof(member)),
    };

    /// <summary>The type as the lists name it: <c>torch.Tensor</c> is <c>Tensor</c>, <c>(long, long)?</c> stays as written.</summary>
    public static string Name(Type type)
    {
        if (s_keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return underlying == typeof(Scalar) ? Name(underlying) : Name(underlying) + "?"; // A class there, a value here: the same text.
        if (!type.IsGenericType)
            return type.IsGenericParameter ? type.Name : Path(type);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return $"({arguments})";
        return $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    /// <summary>Where a type stands below the namespace, <c>torch.</c> dropped.</summary>
    public static string Path(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer && outer.Name != "torch" ? $"{Path(outer)}.{name}" : name;
    }

    private static string Property(PropertyInfo property)
    {
        var isStatic = property.GetAccessors()[0].IsStatic;
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"{property.Name}[{Parameters(index)}]";
        var setter = property.GetSetMethod() is null ? "" : "set; ";
        var getter = property.GetGetMethod() is null ? "" : "get; ";
        return $"{Static(isStatic)}{Name(property.PropertyType)} {name} {{ {getter}{setter}}}";
    }

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Generic(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : "";

    private static string Parameters(MethodBase method)
    {
        var text = Parameters(method.GetParameters());
        return method.IsDefined(typeof(ExtensionAttribute)) ? "this " + text : text;
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var direction = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var value = parameter.HasDefaultValue ? " = " + Text(parameter.RawDefaultValue) : "";
        return $"{direction}{many}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
