// The clinic's names for identities. Linked into every project, so that a signature says PatientId and means it.
global using AccountId = DermSchedule.Kernel.Id<DermSchedule.Identity.Account>;
global using ApiKeyId = DermSchedule.Kernel.Id<DermSchedule.Identity.ApiKey>;
global using AppointmentId = DermSchedule.Kernel.Id<DermSchedule.Scheduling.Appointment>;
global using AppointmentTypeId = DermSchedule.Kernel.Id<DermSchedule.Practices.AppointmentType>;
global using ClinicId = DermSchedule.Kernel.Id<DermSchedule.Practices.Clinic>;
global using FileId = DermSchedule.Kernel.Id<DermSchedule.Files.StoredFile>;
global using HoldId = DermSchedule.Kernel.Id<DermSchedule.Scheduling.Hold>;
global using PatientId = DermSchedule.Kernel.Id<DermSchedule.Patients.Patient>;
global using PracticeId = DermSchedule.Kernel.Id<DermSchedule.Practices.Practice>;
global using ProviderId = DermSchedule.Kernel.Id<DermSchedule.Practices.Provider>;
global using ResourceId = DermSchedule.Kernel.Id<DermSchedule.Practices.Resource>;
global using TriageId = DermSchedule.Kernel.Id<DermSchedule.Triage.TriageRecord>;
