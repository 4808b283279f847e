using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DermSchedule.Encryption;
using DermSchedule.Web.Hosting.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace DermSchedule.Web.Hosting;

/// <summary>
/// The keys of cookies and form tokens: in the data directory, so that every node reads the others' cookies, sealed by a key derived from the
/// installation's own (domain.md 12). A new master key re-wraps that one, so nobody's cookie is lost by a rotation.
/// </summary>
internal static class CookieKeys
{
    public static void AddCookieKeys(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<CookieSecrets>();
        services.AddDataProtection().SetApplicationName("DermSchedule").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "cookie-keys")));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlEncryptor = new CookieKeySeal(provider)));
    }
}

/// <summary>What seals cookie keys, by version. Loaded once, when the database is up and before the first cookie: the framework asks for it synchronously.</summary>
internal sealed class CookieSecrets(SigningKeys signing)
{
    private IReadOnlyList<SigningKey> keys = [];

    public SigningKey Newest => keys[0];

    public async Task Load(CancellationToken ct) => keys = await signing.For("cookie keys", ct);

    public SigningKey Of(int version) => keys.Single(key => key.Version == version);
}

/// <summary>Seals a cookie key for its file. Found by name when it is read again, so it keeps name and constructor.</summary>
internal sealed class CookieKeySeal(IServiceProvider services) : IXmlEncryptor, IXmlDecryptor
{
    private static readonly byte[] Place = Encoding.UTF8.GetBytes("cookie key");

    private CookieSecrets Secrets => services.GetRequiredService<CookieSecrets>();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var secret = Secrets.Newest;
        var bytes = new MasterKey(secret.Secret).Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Place);
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("version", secret.Version), Convert.ToBase64String(bytes)), typeof(CookieKeySeal));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = Secrets.Of(int.Parse(encryptedElement.Attribute("version")!.Value, CultureInfo.InvariantCulture));
        return XElement.Parse(Encoding.UTF8.GetString(new MasterKey(secret.Secret).Unwrap(Convert.FromBase64String(encryptedElement.Value), Place)));
    }
}
