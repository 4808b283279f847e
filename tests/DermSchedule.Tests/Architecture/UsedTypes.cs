using System.Collections.Immutable;
using System.Reflection.Metadata;
using Types = System.Collections.Immutable.ImmutableHashSet<System.Reflection.Metadata.TypeDefinitionHandle>;

namespace DermSchedule.Tests.Architecture;

/// <summary>Answers for each signature the types of this assembly that stand in it.</summary>
internal sealed class UsedTypes : ISignatureTypeProvider<Types, object?>
{
    private MetadataReader? lastReader;

    public Types GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        lastReader = reader;
        return [handle];
    }

    public Types GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [];

    public Types GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public Types GetGenericInstantiation(Types genericType, ImmutableArray<Types> typeArguments) =>
        genericType.Count == 1 && lastReader!.GetString(lastReader.GetTypeDefinition(genericType.Single()).Name) == "Id`1"
            ? genericType
            : typeArguments.Aggregate(genericType, (all, argument) => all.Union(argument));

    public Types GetFunctionPointerType(MethodSignature<Types> signature) => signature.ParameterTypes.Aggregate(signature.ReturnType, (all, parameter) => all.Union(parameter));

    public Types GetModifiedType(Types modifier, Types unmodifiedType, bool isRequired) => unmodifiedType;

    public Types GetArrayType(Types elementType, ArrayShape shape) => elementType;

    public Types GetByReferenceType(Types elementType) => elementType;

    public Types GetPinnedType(Types elementType) => elementType;

    public Types GetPointerType(Types elementType) => elementType;

    public Types GetSZArrayType(Types elementType) => elementType;

    public Types GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public Types GetGenericMethodParameter(object? genericContext, int index) => [];

    public Types GetGenericTypeParameter(object? genericContext, int index) => [];
}
