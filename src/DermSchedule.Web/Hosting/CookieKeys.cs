using System.Text;
using System.Xml.Linq;
using DermSchedule.Encryption;
using DermSchedule.Web.Hosting.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace DermSchedule.Web.Hosting;

/// <summary>The keys of cookies and form tokens: in the data directory, so that every node reads the others' cookies, sealed by the master key.</summary>
internal static class CookieKeys
{
    public static void AddCookieKeys(this IServiceCollection services, HostSettings settings)
    {
        services.AddDataProtection().SetApplicationName("DermSchedule").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "cookie-keys")));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlEncryptor = new CookieKeySeal(provider)));
    }
}

/// <summary>Seals a cookie key for its file. Found by name when it is read again, so it keeps name and constructor.</summary>
internal sealed class CookieKeySeal(IServiceProvider services) : IXmlEncryptor, IXmlDecryptor
{
    private static readonly byte[] Place = Encoding.UTF8.GetBytes("cookie key");

    private MasterKey Master => services.GetRequiredService<MasterKey>();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = Master.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Place);
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("masterKey", Master.Id), Convert.ToBase64String(bytes)), typeof(CookieKeySeal));
    }

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(Master.Unwrap(Convert.FromBase64String(encryptedElement.Value), Place)));
}
