using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Seq2Seq.Tests.Engine;

/// <summary>What a compiled assembly uses of the engine: every member it refers to, as "torch.nn.Linear(long, long, bool, Device, ScalarType?)".</summary>
internal static class EngineUses
{
    private const string Engine = "Seq2Seq.Tensors";

    /// <summary>The members of the engine that the assembly at that path refers to.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new TypeNames();
        var uses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(metadata, names, member.Parent) is not { } owner) continue;
            var name = metadata.GetString(member.Name);
            if (member.GetKind() == MemberReferenceKind.Field)
            {
                uses.Add($"{owner}.{name}");
                continue;
            }

            var signature = member.DecodeMethodSignature(names, null);
            uses.Add($"{owner}.{name}({string.Join(", ", signature.ParameterTypes)})");
        }

        return [.. uses];
    }

    /// <summary>The types of the engine that the assembly at that path refers to.</summary>
    public static IReadOnlyList<string> TypesOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Where(handle => IsEngine(metadata, handle))
                .Select(handle => TypeNames.Full(metadata, handle)).Order(StringComparer.Ordinal),
        ];
    }

    private static string? Owner(MetadataReader metadata, TypeNames names, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => IsEngine(metadata, (TypeReferenceHandle)parent) ? TypeNames.Full(metadata, (TypeReferenceHandle)parent) : null,
        HandleKind.TypeSpecification => Generic(metadata, names, (TypeSpecificationHandle)parent),
        _ => null,
    };

    private static string? Generic(MetadataReader metadata, TypeNames names, TypeSpecificationHandle handle)
    {
        var name = metadata.GetTypeSpecification(handle).DecodeSignature(names, null);
        return names.IsEngineGeneric(name) ? name[..name.IndexOf('<')] : null;
    }

    private static bool IsEngine(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => IsEngine(metadata, (TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference =>
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Engine,
            _ => false,
        };
    }

    /// <summary>Type names as the list of TorchSharp's signatures writes them.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        private readonly HashSet<string> _generics = new(StringComparer.Ordinal);

        public bool IsEngineGeneric(string name) => name.Contains('<') && _generics.Contains(name[..name.IndexOf('<')]);

        public static string Full(MetadataReader metadata, TypeReferenceHandle handle)
        {
            var type = metadata.GetTypeReference(handle);
            var name = metadata.GetString(type.Name);
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            if (tick >= 0) name = name[..tick];
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{Full(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
                : name;
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var full = Full(reader, handle);
            if (IsEngine(reader, handle)) _generics.Add(full);
            return full.StartsWith("torch.", StringComparison.Ordinal) && full is not "torch.nn.Module" ? full["torch.".Length..] : full;
        }

        public string GetPrimitiveType(PrimitiveTypeCode code) => code switch
        {
            PrimitiveTypeCode.Int64 => "long",
            PrimitiveTypeCode.Int32 => "int",
            PrimitiveTypeCode.Double => "double",
            PrimitiveTypeCode.Single => "float",
            PrimitiveTypeCode.Boolean => "bool",
            PrimitiveTypeCode.String => "string",
            PrimitiveTypeCode.Void => "void",
            PrimitiveTypeCode.Object => "object",
            _ => code.ToString(),
        };

        public string GetGenericInstantiation(string generic, ImmutableArray<string> arguments) => generic switch
        {
            "Nullable" => arguments[0] == "Scalar" ? "Scalar" : arguments[0] + "?", // A class there, a value here: the same text.
            "ValueTuple" => $"({string.Join(", ", arguments)})",
            _ => $"{generic}<{string.Join(", ", arguments)}>",
        };

        public string GetSZArrayType(string element) => element + "[]";

        public string GetArrayType(string element, ArrayShape shape) => $"{element}[{new string(',', shape.Rank - 1)}]";

        public string GetByReferenceType(string element) => element + "&";

        public string GetPointerType(string element) => element + "*";

        public string GetPinnedType(string element) => element;

        public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;

        public string GetGenericTypeParameter(object? context, int index) => $"!{index}";

        public string GetGenericMethodParameter(object? context, int index) => $"!!{index}";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);
    }
}
