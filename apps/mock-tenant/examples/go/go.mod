module example.com/mock-tenant

go 1.22
