using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DermSchedule.Tests.Architecture;

/// <summary>
/// Which types of an assembly use which others of it, read off the compiled code: signatures, bodies, attributes. Nested types count for the one they
/// stand in. The type argument of an id does not count: <c>PatientId</c> is a word of everybody and says nothing about patients.
/// </summary>
internal sealed class TypeUse : IDisposable
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private readonly PEReader file;
    private readonly MetadataReader reader;
    private readonly Dictionary<TypeDefinitionHandle, string> names = [];
    private readonly UsedTypes used = new();

    public TypeUse(string path)
    {
        file = new PEReader(File.OpenRead(path));
        reader = file.GetMetadataReader();

        foreach (var handle in reader.TypeDefinitions)
        {
            names[handle] = NameOf(handle);
        }
    }

    /// <summary>Each type by full name with the full names of those it uses.</summary>
    public IReadOnlyDictionary<string, ISet<string>> All()
    {
        var all = new Dictionary<string, ISet<string>>(StringComparer.Ordinal);

        foreach (var handle in reader.TypeDefinitions)
        {
            if (!all.TryGetValue(names[handle], out var found))
            {
                all[names[handle]] = found = new HashSet<string>(StringComparer.Ordinal);
            }

            found.UnionWith(Of(reader.GetTypeDefinition(handle)).Where(names.ContainsKey).Select(type => names[type]).Where(name => name != names[handle]));
        }

        return all;
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<TypeDefinitionHandle> Of(TypeDefinition type)
    {
        var found = new HashSet<TypeDefinitionHandle>();
        Add(found, type.BaseType);

        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(found, reader.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields())
        {
            found.UnionWith(reader.GetFieldDefinition(field).DecodeSignature(used, null));
        }

        foreach (var handle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            AddSignature(found, method.DecodeSignature(used, null));
            AddBody(found, method);
        }

        return found;
    }

    private void AddBody(HashSet<TypeDefinitionHandle> found, MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);

        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(used, null))
            {
                found.UnionWith(local);
            }
        }

        var il = body.GetILReader();

        while (il.RemainingBytes > 0)
        {
            var first = il.ReadByte();
            var code = OpCodesByValue[first == 0xFE ? unchecked((short)(0xFE00 | il.ReadByte())) : first];

            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(found, MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += targets * 4;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    il.Offset += 4;
                    break;
            }
        }
    }

    private void Add(HashSet<TypeDefinitionHandle> found, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                found.UnionWith(reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(used, null));
                break;
            case HandleKind.MethodDefinition:
                found.Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                found.Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(found, reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var specification = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(found, specification.Method);
                found.UnionWith(specification.DecodeSignature(used, null).SelectMany(types => types));
                break;
        }
    }

    private static void AddSignature(HashSet<TypeDefinitionHandle> found, MethodSignature<ImmutableHashSet<TypeDefinitionHandle>> signature)
    {
        found.UnionWith(signature.ReturnType);
        found.UnionWith(signature.ParameterTypes.SelectMany(types => types));
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);

        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name).Split('`')[0]}";
    }
}
